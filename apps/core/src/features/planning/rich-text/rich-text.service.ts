import type { RichTextClean } from '@k12/contracts/planning/drafts';
import { cleanRichText } from '@k12/plan-content/rich-text';
import { richTextOfMarkup } from './markup.rules.ts';

/** Whatever was copied: read as the browser would, then reduced to what rich text may hold (PLN-11). */
export async function cleanMarkup({ html }: RichTextClean) {
  const doc = cleanRichText(richTextOfMarkup(html));
  return { doc: { ...(doc ?? { type: 'doc', content: [{ type: 'paragraph' }] }) } };
}
