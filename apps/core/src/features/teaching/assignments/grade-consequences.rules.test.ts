import { scaledScore } from '@k12/grading/curve';
import { expect, test } from 'vitest';
import { differs } from './grade-consequences.rules.ts';

test.each([
  ['15', '20.00', '30', '22.5'],
  ['17.5', '20', '10', '8.75'],
  ['1', '3', '1', '0.3333'],
  ['2', '3', '1', '0.6667'],
  ['0.0001', '2', '1', '0.0001'],
  ['7', '0', '10', '7'],
])('TCH-44 %s of %s becomes, of %s, %s to four places half up', (score, from, to, scaled) => {
  expect(scaledScore(score, from, to)).toBe(scaled);
});

test('TCH-44 the same points written otherwise are no change', () => {
  expect(differs({ points_possible: '20.00' }, { points_possible: '20' }, 'points_possible')).toBe(false);
  expect(differs({ points_possible: '20.00' }, { points_possible: '20.5' }, 'points_possible')).toBe(true);
  expect(differs({ category_id: null }, {}, 'category_id')).toBe(false);
});
