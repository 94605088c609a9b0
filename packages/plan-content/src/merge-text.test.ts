import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeTexts } from './merge-text.ts';
import { diffWords, tokensOf } from './word-diff.ts';

const sentence = fc
  .array(fc.constantFrom('sun', 'leaf', 'root', 'rain', 'soil', 'seed', 'stem', 'bud'), { maxLength: 14 })
  .map((words) => words.join(' '));

test('PLN-09 a merge holds every word that either side added', () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (base, mine, theirs) => {
      const { text } = mergeTexts(base, mine, theirs);
      for (const side of [mine, theirs]) {
        const needed = countWords(addedText(base, side));
        const there = countWords(text);
        for (const [word, count] of needed) expect(there.get(word) ?? 0).toBeGreaterThanOrEqual(count);
      }
    }),
  );
});

test('PLN-09 a side that changed nothing yields to the other', () => {
  fc.assert(
    fc.property(sentence, sentence, (base, changed) => {
      expect(mergeTexts(base, base, changed)).toMatchObject({ text: changed, overlaps: false });
      expect(mergeTexts(base, changed, base)).toMatchObject({ text: changed, overlaps: false });
      expect(mergeTexts(base, changed, changed)).toMatchObject({ text: changed, overlaps: false });
    }),
  );
});

test.each([
  ['count to ten', 'count slowly to ten', 'count to twenty', 'count slowly to twenty', false],
  ['use water', 'use salt water', 'use clean water', 'use salt clean water', true],
  ['read the poem', 'read the long poem aloud', 'read', 'read the long poem aloud', true],
  ['', 'mine', 'theirs', 'mine theirs', true],
])('PLN-09 %j merged from %j and %j', (base, mine, theirs, text, overlaps) => {
  expect(mergeTexts(base, mine, theirs)).toMatchObject({ text, overlaps });
});

function addedText(base: string, side: string): string {
  return diffWords(base, side)
    .runs.filter((run) => run.status === 'added')
    .map((run) => run.text)
    .join(' ');
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of tokensOf(text).filter((token) => /\p{L}/u.test(token)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
