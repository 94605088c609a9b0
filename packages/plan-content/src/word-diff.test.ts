import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTokens, diffWords, newText, oldText, tokensOf } from './word-diff.ts';

const word = fc.constantFrom(
  'energy',
  'light',
  'water',
  'a',
  ' ',
  ' ',
  ', ',
  '\n',
  '.',
  'Σ',
  '光',
  'é',
  '🙂',
);
const text = fc.oneof(
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  fc.string(),
);

test('PLN-34 the runs rebuild both sides exactly, whatever the texts are', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { runs } = diffWords(before, after);
      expect(oldText(runs)).toBe(before);
      expect(newText(runs)).toBe(after);
      for (const [at, run] of runs.entries()) {
        expect(run.text).not.toBe('');
        expect(run.status).not.toBe(runs[at + 1]?.status);
      }
    }),
  );
});

test('PLN-34 tokens are the whole text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(tokensOf(any).join('')).toBe(any);
    }),
  );
});

test('PLN-34 the way found is the shortest', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const pieces = diffTokens(before, after, { steps: 1_000_000 }) ?? [];
      const edits = pieces.filter(([status]) => status !== 'same').length;
      expect(edits).toBe(before.length + after.length - 2 * longestCommon(before, after));
    }),
  );
});

test.each([
  ['plants use light', 'plants use sunlight', ['plants use ', '-light', '+sunlight']],
  ['count to ten', 'count slowly to ten', ['count ', '+slowly ', 'to ten']],
  ['read the old book', 'read a new book', ['read ', '-the old', '+a new', ' book']],
  ['', 'new', ['+new']],
  ['gone', '', ['-gone']],
  ['光合作用', '光合成用', ['光合', '-作', '+成', '用']],
  ['don’t stop', 'do stop', ['-don’t', '+do', ' stop']],
])('PLN-34 %j to %j', (before, after, expected) => {
  const signs = { same: '', added: '+', removed: '-' };
  expect(diffWords(before, after).runs.map((run) => signs[run.status] + run.text)).toEqual(expected);
});

test('PLN-38 texts too different for words are compared by paragraphs, and say so', () => {
  const paragraph = (seed: number) =>
    `${Array.from({ length: 40 }, (_, at) => `w${seed * 1000 + at}`).join(' ')}\n`;
  const before = Array.from({ length: 200 }, (_, at) => paragraph(at));
  const after = before.map((old, at) => (at % 2 === 0 ? old : paragraph(at + 5000)));
  const { runs, coarse } = diffWords(before.join(''), after.join(''));
  expect(coarse).toBe(true);
  expect(runs.filter((run) => run.status === 'same')).toHaveLength(100);
  expect([oldText(runs), newText(runs)]).toEqual([before.join(''), after.join('')]);
});

test('PLN-38 without any budget left one text stands for the other', () => {
  const { runs, coarse } = diffWords('one two three', 'four five six', { steps: 0 });
  expect(coarse).toBe(true);
  expect(runs).toEqual([
    { status: 'removed', text: 'one two three' },
    { status: 'added', text: 'four five six' },
  ]);
});

function longestCommon(a: string[], b: string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    let diagonal = 0;
    for (const [at, right] of b.entries()) {
      const above = row[at + 1] as number;
      row[at + 1] = left === right ? diagonal + 1 : Math.max(above, row[at] as number);
      diagonal = above;
    }
  }
  return row.at(-1) as number;
}
