import { expect, test } from 'vitest';
import { cellStatus, type StatusCell } from './cell-status.ts';

const column = {
  due_at: '2026-03-03T21:00:00.000Z',
  late_policy: { grace_minutes: 15 },
  expects_submission: true,
  has_automatic_labels: true,
};
const now = '2026-03-04T21:00:00.000Z';
const awaited: StatusCell = {
  state: 'none',
  score: null,
  is_submitted: false,
  is_posted: false,
  is_policy: false,
  is_before_enrollment: false,
  is_anonymous: false,
  override: null,
  late_minutes: 0,
  due_at: undefined,
};
const statusOf = (more: Partial<StatusCell>, other: Partial<typeof column> = {}) => {
  const { is_missing, is_late } = cellStatus({ ...awaited, ...more }, { ...column, ...other }, now);
  return is_missing ? 'missing' : is_late ? 'late' : null;
};

test('TCH-38 work is late once its grace is over, and only where labels are given by themselves', () => {
  expect(statusOf({ is_submitted: true, late_minutes: 15 })).toBeNull();
  expect(statusOf({ is_submitted: true, late_minutes: 16 })).toBe('late');
  expect(statusOf({ is_submitted: true, late_minutes: 16 }, { has_automatic_labels: false })).toBeNull();
});

test('TCH-41 a due time of the student goes before that of the column; who joined later misses nothing', () => {
  expect(statusOf({})).toBe('missing');
  expect(statusOf({ due_at: Date.parse(now) })).toBeNull();
  expect(statusOf({ due_at: null })).toBeNull();
  expect(statusOf({ is_before_enrollment: true })).toBeNull();
  expect(statusOf({}, { expects_submission: false })).toBeNull();
});

test('TCH-42 work that the missing policy filled is missing until it is handed in', () => {
  const filled = { state: 'graded', score: '0', is_policy: true } as const;
  expect(statusOf(filled)).toBe('missing');
  expect(statusOf({ ...filled, is_submitted: true })).toBeNull();
});

test('TCH-43 what a teacher set by hand holds, whatever the times say', () => {
  expect(statusOf({ override: 'late' })).toBe('late');
  expect(statusOf({ override: 'missing', is_submitted: true })).toBe('missing');
  for (const override of ['none', 'not_late', 'not_missing'] as const) {
    expect(statusOf({ override })).toBeNull();
    expect(statusOf({ override, is_submitted: true, late_minutes: 90 })).toBeNull();
  }
});

test('TCH-78 of an anonymous cell nothing is told', () => {
  expect(statusOf({ is_anonymous: true })).toBeNull();
});
