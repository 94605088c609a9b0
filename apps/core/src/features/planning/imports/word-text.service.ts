import { cleanRichText, type RichNode } from '@k12/plan-content/rich-text';
import { readDocx } from './read-docx.ts';
import { UnreadableDocument } from './read-xml.ts';

/** For other features: the clean text of a word-processor file; null where there is none to be read. */
export function readWordText(file: Buffer): RichNode | null {
  try {
    const content = readDocx(file).blocks.map(inHeadingsOfOurs);
    return cleanRichText({ type: 'doc', content }) as RichNode | null;
  } catch (error) {
    if (error instanceof UnreadableDocument) return null;
    throw error;
  }
}

/** Our texts know two levels of headings. */
function inHeadingsOfOurs(block: RichNode): RichNode {
  if (block.type !== 'heading') return block;
  return { ...block, attrs: { level: Number(block.attrs?.level ?? 2) <= 1 ? 2 : 3 } };
}
