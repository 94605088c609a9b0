import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldCode, foundMarks, readSnippets, readTyped, textOf } from './search.rules.ts';

test('PLN-155 case and accents make no difference', () => {
  expect(fold('  Évaluation   DIAGNÓSTICA ')).toBe('evaluation diagnostica');
  expect(fold('الأهداف')).toBe(fold('الاهداف'));
});

test('PLN-85 a code is its letters and digits', () => {
  expect(foldCode('6.RP.A.3')).toBe('6rpa3');
  expect(foldCode(' 6 rp-a 3')).toBe('6rpa3');
});

test.each([
  ['', undefined],
  ['a', undefined],
  ['"-', undefined],
  ['ra', { typed: '', last_word: 'ra' }],
  ['unit rates', { typed: 'unit', last_word: 'rates' }],
  ['"unit rate', { typed: '"unit rate"', last_word: '' }],
  ['"unit rate" -money', { typed: '"unit rate"', last_word: '', excluded: ['money'] }],
])('PLN-155 PLN-163 %j is read as %j', (q, expected) => {
  if (expected) expect(readTyped(q)).toMatchObject(expected);
  else expect(readTyped(q)).toBeUndefined();
});

test('PLN-155 the text of a plan is what people wrote, without keys, ids and markup', () => {
  const content = {
    goals: [{ id: '3f', text: 'Compare ratios' }],
    story: {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { x: 'no' }, content: [{ type: 'text', text: 'Two recipes' }] }],
    },
    weeks: 3,
  };
  expect(textOf(content)).toBe('Compare ratios Two recipes');
});

test('PLN-159 fragments become runs, whatever the text holds', () => {
  const { start, stop, between } = foundMarks;
  expect(
    readSnippets(`a <b> ${start}ratio${stop} c${between}no match here${between}${start}ratio${stop}`),
  ).toEqual([
    [
      { text: 'a <b> ', found: false },
      { text: 'ratio', found: true },
      { text: ' c', found: false },
    ],
    [{ text: 'ratio', found: true }],
  ]);
});

test('PLN-163 no input breaks the reading of what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (q) => {
      const typed = readTyped(q);
      if (typed) expect(/\p{Cc}/u.test(typed.typed + typed.last_word + typed.folded)).toBe(false);
    }),
  );
});
