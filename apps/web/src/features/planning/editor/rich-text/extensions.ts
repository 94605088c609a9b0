import { BlockMath, InlineMath } from '@tiptap/extension-mathematics';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { Callout } from './callout.ts';
import { MoveBlock } from './move-block.ts';
import { planImage } from './plan-image.ts';
import 'katex/dist/katex.min.css';

/**
 * All that a text may hold (PLN-11): what is pasted is read by this schema, so scripts, styles, frames and event
 * attributes have no place to go; core cleans what it is sent by the same list.
 */
export function richTextExtensions(placeholder: string, planId: string | null = null) {
  const katexOptions = { throwOnError: false, maxExpand: 200 };
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      // Undo reaches across all fields of the plan (PLN-12), not only this one.
      undoRedo: false,
      trailingNode: false,
      link: { openOnClick: false, autolink: true, protocols: ['mailto'], defaultProtocol: 'https' },
    }),
    TableKit.configure({ table: { resizable: false, renderWrapper: false } }),
    planImage(planId),
    InlineMath.configure({ katexOptions }),
    BlockMath.configure({ katexOptions: { ...katexOptions, displayMode: true } }),
    Callout,
    MoveBlock,
    Placeholder.configure({ placeholder }),
  ];
}
