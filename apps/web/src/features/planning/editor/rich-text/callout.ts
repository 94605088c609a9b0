import { mergeAttributes, Node } from '@tiptap/core';
import { calloutTone } from './callout-tones.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: { toggleCallout: () => ReturnType };
  }
}

/** A paragraph or a few set apart: a note, a tip or something to watch out for. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    tone: {
      default: 'note',
      parseHTML: (element: HTMLElement) => calloutTone({ tone: element.dataset.callout }),
      renderHTML: (attrs: Record<string, unknown>) => ({ 'data-callout': calloutTone(attrs) }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-callout]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0],
  addCommands() {
    return {
      toggleCallout:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    };
  },
});
