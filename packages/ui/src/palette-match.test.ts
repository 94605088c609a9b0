import { expect, test } from 'vitest';
import { paletteScore } from './palette-match.ts';

const texts = ['Photosynthesis in Leaves', 'MS-LS1-6', 'Évaluation finale'];

test.each([
  ['photo', true],
  ['leaves', true],
  ['pil', true],
  ['MS-LS1', true],
  ['msls16', true],
  ['evaluation', true],
  ['photosinthesis', true],
  ['phtoosynthesis', true],
  ['photosyntesis', true],
  ['photossynthesis', true],
  ['levaes', true],
  ['fotosinthesis', false],
  ['cat', false],
  ['lxy', false],
])('UXP-14 local results: %s finds by text, initials or code, with one letter wrong: %s', (typed, found) => {
  expect(paletteScore(texts, typed) > 0).toBe(found);
});

test('UXP-14 what fits exactly stands before what fits nearly', () => {
  const [exact, inside, near] = ['lesson plans', 'my lesson', 'lessen'].map((text) =>
    paletteScore([text], 'lesson'),
  );
  expect(exact).toBeGreaterThan(inside ?? 0);
  expect(inside).toBeGreaterThan(near ?? 0);
  expect(near).toBeGreaterThan(0);
});

test('UXP-14 local results show within 50 ms of a keystroke among five hundred names', () => {
  const names = Array.from({ length: 500 }, (_, at) => [`Unit ${at}: Photosynthesis and the carbon cycle`]);
  const start = performance.now();
  for (const name of names) paletteScore(name, 'phtosynthesis');
  expect(performance.now() - start).toBeLessThan(50);
});
