import { z } from 'zod';

const opening = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const closings = new Map([
  ...['\u202a', '\u202b', '\u202d', '\u202e'].map((mark) => [mark, '\u202c'] as const),
  ...['\u2066', '\u2067', '\u2068'].map((mark) => [mark, '\u2069'] as const),
]);

/** Without marks of direction that are not closed: they would turn round whatever is written behind the name. */
export function withoutOpenDirection(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return text;
  const kept = [...text];
  const open: number[] = [];
  for (const [at, mark] of kept.entries()) {
    const last = open.at(-1);
    if (opening.test(mark)) open.push(at);
    else if (last !== undefined && closings.get(kept[last] ?? '') === mark) open.pop();
    else if (mark === '\u202c' || mark === '\u2069') kept[at] = '';
  }
  for (const at of open) kept[at] = '';
  return kept.join('');
}

const seen = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What people and things are called: something of it can be seen, and nothing behind it changes direction. */
export function nameText(max: number) {
  return z
    .string()
    .overwrite(withoutOpenDirection)
    .trim()
    .max(max)
    .refine((text) => text === '' || seen.test(text), {
      error: 'Nothing in this name can be seen.',
      params: { code: 'unseen_name' },
    });
}
