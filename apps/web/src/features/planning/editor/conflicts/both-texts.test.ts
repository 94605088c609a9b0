import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bothTexts } from './both-texts.ts';

test.each([
  ['the red cat', 'the blue cat', 'the red blue cat'],
  ['same', 'same', 'same'],
  ['', 'only mine', 'only mine'],
  ['one. two.', 'one. two. three.', 'one. two. three.'],
])('PLN-09 keeping both of "%s" and "%s" says "%s"', (theirs, mine, both) => {
  expect(bothTexts(theirs, mine)).toBe(both);
});

test('PLN-09 every word of either side is in what keeps both', () => {
  const sentence = fc.array(fc.constantFrom('sun', 'leaf', 'sugar', 'light', 'air', 'water'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(sentence, sentence, (theirs, mine) => {
      const words = new Set(bothTexts(theirs.join(' '), mine.join(' ')).split(/\s+/));
      for (const word of [...theirs, ...mine]) expect(words).toContain(word);
    }),
  );
});
