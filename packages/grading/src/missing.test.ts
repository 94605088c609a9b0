import { expect, test } from 'vitest';
import {
  isBeforeEnrollment,
  isMissing,
  isOutstanding,
  type MissingFacts,
  policyScore,
  postedFacts,
} from './missing.ts';

const due_at = '2026-03-03T21:00:00.000Z';
const now = '2026-03-04T21:00:00.000Z';
const awaited: MissingFacts = {
  due_at,
  grace_minutes: 15,
  dates_from: 'everyone',
  expects_work: true,
  is_handed_in: false,
  state: 'none',
  has_score: false,
  is_posted: false,
  enrolled_at: '2026-01-05T06:00:00.000Z',
  left_at: null,
  override: null,
  automatic_labels: true,
};
const graded = { ...awaited, state: 'graded', has_score: true } as const;

function facts(more: Partial<MissingFacts>): MissingFacts {
  return { ...awaited, ...more };
}

test('TCH-41 missing is work that is expected, due with its grace, not handed in and not graded', () => {
  expect(isMissing(awaited, now)).toBe(true);
  expect(isMissing(awaited, '2026-03-03T21:15:00.000Z')).toBe(false);
  expect(isMissing(awaited, '2026-03-03T21:15:00.001Z')).toBe(true);
  for (const more of [
    { is_handed_in: true },
    { expects_work: false },
    { due_at: null },
    { dates_from: null },
    { state: 'excused' },
    { state: 'incomplete' },
    { state: 'graded', has_score: true },
    { automatic_labels: false },
    { enrolled_at: '2026-03-03T21:00:00.001Z' },
    { left_at: '2026-03-03T20:59:00.000Z' },
  ] as const) {
    expect(isMissing(facts(more), now), JSON.stringify(more)).toBe(false);
  }
});

test('TCH-41 to students and guardians a grade that is not posted changes nothing', () => {
  expect(isMissing(graded, now)).toBe(false);
  expect(isMissing(postedFacts(graded), now)).toBe(true);
  expect(isMissing(postedFacts({ ...graded, is_posted: true }), now)).toBe(false);
  expect(postedFacts({ ...graded, override: { kind: 'not_missing' } })).toEqual(awaited);
});

test('TCH-43 a teacher sets and clears missing by hand, also for paper', () => {
  expect(isMissing(facts({ expects_work: false, override: { kind: 'missing' } }), now)).toBe(true);
  expect(isMissing(facts({ is_handed_in: true, override: { kind: 'missing' } }), now)).toBe(true);
  expect(isMissing(facts({ override: { kind: 'not_missing' } }), now)).toBe(false);
  expect(isMissing(facts({ override: { kind: 'missing' }, dates_from: null }), now)).toBe(false);
});

test('TCH-08 work due before a student joined is neither missing nor counted, unless assigned to them', () => {
  const joined = facts({ enrolled_at: '2026-03-04T06:00:00.000Z' });
  expect(isBeforeEnrollment(joined)).toBe(true);
  expect(isMissing(joined, now)).toBe(false);
  expect(isOutstanding(joined)).toBe(false);
  const assigned = { ...joined, dates_from: 'student' } as const;
  expect(isBeforeEnrollment(assigned)).toBe(false);
  expect(isMissing(assigned, now)).toBe(true);
  expect(isBeforeEnrollment(awaited)).toBe(false);
});

test('TCH-114 still owed is what is missing and what is awaited later, not paper or work waiting for its grade', () => {
  expect(isOutstanding(awaited)).toBe(true);
  expect(isOutstanding(facts({ due_at: null }))).toBe(true);
  expect(isOutstanding(facts({ is_handed_in: true }))).toBe(false);
  expect(isOutstanding(facts({ expects_work: false }))).toBe(false);
  expect(isOutstanding(facts({ expects_work: false, override: { kind: 'missing' } }))).toBe(true);
  expect(isOutstanding(facts({ override: { kind: 'not_missing' } }))).toBe(false);
  expect(isOutstanding(graded)).toBe(false);
  expect(isOutstanding(facts({ state: 'excused', override: { kind: 'missing' } }))).toBe(false);
});

test('TCH-42 the score of the policy is its percent of the points, to the last decimal', () => {
  expect(policyScore('50', '33.33')).toBe('16.665');
  expect(policyScore('0', '20')).toBe('0');
});
