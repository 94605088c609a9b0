import { expect, test } from 'vitest';
import {
  type CriterionMark,
  type Rubric,
  type RubricFacts,
  rubricEvidence,
  rubricScore,
} from './rubric-score.ts';

const ratings = (id: string) => [
  { id: `${id} strong`, points: '4', level: '4' },
  { id: `${id} weak`, points: '1.5', level: '2' },
];
const rubric: Rubric = {
  points_free: false,
  criteria: [
    { id: 'claim', standard_id: 'W.1', ratings: ratings('claim') },
    { id: 'evidence', standard_id: null, ratings: ratings('evidence') },
  ],
};
const rated = (rating_id: string): CriterionMark => ({ rating_id, points: null });
const full = new Map([
  ['claim', rated('claim strong')],
  ['evidence', rated('evidence weak')],
]);
const partly = new Map([['claim', rated('claim strong')]]);

function facts(more: Partial<RubricFacts> = {}): RubricFacts {
  return { marks: full, accepted: false, use: 'grades', typed_score: null, ...more };
}

test('TCH-86 the total of a complete rubric fills the score when it grades', () => {
  expect(rubricScore(rubric, facts())).toEqual({
    total: '5.5',
    state: 'complete',
    score: '5.5',
    differs: false,
  });
  expect(rubricScore(rubric, facts({ use: 'feedback_only' }))).toMatchObject({ total: '5.5', score: null });
  const own = new Map(full).set('evidence', { rating_id: 'evidence weak', points: '2.25' });
  expect(rubricScore(rubric, facts({ marks: own })).score).toBe('6.25');
});

test('TCH-86 a score typed afterwards is kept and marked as differing', () => {
  expect(rubricScore(rubric, facts({ typed_score: '7' }))).toMatchObject({
    score: '7',
    total: '5.5',
    differs: true,
  });
  expect(rubricScore(rubric, facts({ typed_score: '5.50' })).differs).toBe(false);
  expect(rubricScore(rubric, facts({ typed_score: '7', marks: partly })).differs).toBe(false);
});

test('TCH-86 a partly filled rubric is a draft without a score until complete or accepted', () => {
  expect(rubricScore(rubric, facts({ marks: partly }))).toMatchObject({
    total: '4',
    state: 'draft',
    score: null,
  });
  expect(rubricScore(rubric, facts({ marks: partly, accepted: true }))).toMatchObject({ score: '4' });
  const empty = facts({ marks: new Map([['claim', { rating_id: null, points: null }]]), accepted: true });
  expect(rubricScore(rubric, empty)).toMatchObject({ state: 'empty', score: null });
});

test('TCH-86 a rubric without points never makes a score', () => {
  const words = { ...rubric, points_free: true };
  expect(rubricScore(words, facts())).toEqual({
    total: null,
    state: 'complete',
    score: null,
    differs: false,
  });
  expect(rubricScore(words, facts({ typed_score: '9' }))).toMatchObject({ score: '9', differs: false });
});

test('TCH-87 a criterion with a standard gives evidence at its rating, whatever the points', () => {
  const own = new Map(full).set('claim', { rating_id: 'claim weak', points: '4' });
  expect(rubricEvidence(rubric, own)).toEqual([{ standard_id: 'W.1', criterion_id: 'claim', value: '2' }]);
  expect(rubricEvidence(rubric, new Map())).toEqual([]);
});
