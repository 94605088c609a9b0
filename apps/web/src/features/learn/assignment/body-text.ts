import { linesOfRichText } from '@k12/plan-content/rich-text-lines';

type Body = Record<string, unknown> | null;

/** A writing surface of plain text: each line is a paragraph. */
export function bodyOf(text: string): Body {
  if (text.trim() === '') return null;
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  }));
  return { type: 'doc', content };
}

export function textOf(body: Body | undefined): string {
  return body ? linesOfRichText(body) : '';
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
