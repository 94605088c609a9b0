import { type Content, isItemList, isRecord, readPath } from './paths.ts';
import { isRichDoc } from './rich-text.ts';
import { linesOfRichText } from './rich-text-lines.ts';

export type Anchor = 'plan' | 'section' | 'quote' | 'text_changed';

/**
 * Where a comment stands in the present text. The quote is looked for as words, so that it is found wherever it moved
 * inside its field; when the words are gone the thread stays, with its quote (PLN-151).
 */
export function anchorIn(content: Content, path: string | null, quote: string | null): Anchor {
  if (path === null) return 'plan';
  const value = readPath(content, path);
  if (quote === null) return value === undefined && path.includes('/', 1) ? 'text_changed' : 'section';
  return plain(textOf(value)).includes(plain(quote)) ? 'quote' : 'text_changed';
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isRichDoc(value)) return linesOfRichText(value);
  if (isItemList(value)) return value.map(textOf).join('\n');
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, part]) => (key === 'id' ? '' : textOf(part)))
      .join('\n');
  return '';
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
