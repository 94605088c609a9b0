import { expect, test } from 'vitest';
import { keptScore } from './kept-attempt.ts';

const attempts = [
  { number: 1, entered_score: '16', deduction: '0', score: '16' },
  { number: 2, entered_score: '20', deduction: '4', score: '16' },
  { number: 3, entered_score: '19', deduction: '6', score: '13' },
];

test('TCH-113 the score to keep is chosen by effective scores, of equals the later attempt', () => {
  expect(keptScore(attempts, 'latest')).toEqual({
    attempt: 3,
    entered_score: '19',
    deduction: '6',
    score: '13',
  });
  expect(keptScore(attempts, 'highest')).toEqual({
    attempt: 2,
    entered_score: '20',
    deduction: '4',
    score: '16',
  });
  expect(keptScore(attempts.toReversed(), 'latest')?.attempt).toBe(3);
  expect(keptScore([], 'latest')).toBeNull();
});

test('TCH-113 an average is of effective scores, to four places, and its parts still add up', () => {
  expect(keptScore(attempts, 'average')).toEqual({
    attempt: null,
    entered_score: '18.3333',
    deduction: '3.3333',
    score: '15',
  });
});
