import { Image } from '@tiptap/extension-image';
import { pictureOfPlan } from './picture-address.ts';

/** Pictures while a text is written: named by their file, shown through the plan that they stand in. */
export function planImage(planId: string | null) {
  return Image.extend({
    addNodeView() {
      return ({ node }) => {
        const dom = document.createElement('img');
        const { src, alt } = node.attrs as { src: string; alt: string | null };
        dom.src = planId === null ? src : pictureOfPlan(planId, src);
        dom.alt = alt ?? '';
        return { dom };
      };
    },
  }).configure({ allowBase64: false });
}
