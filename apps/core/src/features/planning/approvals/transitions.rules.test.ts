import { PlanState } from '@k12/contracts/planning/plan-records';
import { PlanAction } from '@k12/contracts/planning/transitions';
import { expect, test } from 'vitest';
import { refusalOf } from './transitions.rules.ts';

const unit = { kind: 'unit', unit_plan_id: null, published_version_id: null };
const off = { approval_required: false, is_approver: false };
const on = { approval_required: true, is_approver: false };

/** Every arrow of the state table, where approval is asked for and where it is not. */
const arrows: Record<string, readonly string[]> = {
  submit: ['draft', 'returned', 'submitted'],
  withdraw: ['submitted', 'approved'],
  approve: ['submitted'],
  return: ['submitted'],
  publish: ['draft', 'approved'],
  unpublish: ['published'],
  archive: ['published', 'draft', 'returned'],
  unarchive: ['archived'],
};

const all = PlanAction.options.flatMap((action) =>
  PlanState.options.map((state) => [action, state] as const),
);

test.each(all)('PLN-56 %s from %s follows the table', (action, state) => {
  const isArrow = arrows[action]?.includes(state) ?? false;
  const circumstances = action === 'submit' ? on : off;
  expect(refusalOf(action, { ...unit, state }, circumstances)).toBe(isArrow ? undefined : 'state');
});

test('PLN-56 nothing is published without the configured approval, except by an approver', () => {
  const draft = { ...unit, state: 'draft' as const };
  expect(refusalOf('publish', draft, on)).toBe('approval_required');
  expect(refusalOf('publish', draft, { ...on, is_approver: true })).toBeUndefined();
  expect(refusalOf('publish', { ...unit, state: 'approved' }, on)).toBeUndefined();
  expect(refusalOf('submit', draft, off)).toBe('approval_not_required');
});

test('PLN-51 a lesson of a unit goes with its unit, one that stands alone by itself', () => {
  const lesson = { kind: 'lesson', state: 'draft' as const, published_version_id: null };
  expect(refusalOf('publish', { ...lesson, unit_plan_id: 'unit' }, off)).toBe('with_unit');
  expect(refusalOf('publish', { ...lesson, unit_plan_id: null }, off)).toBeUndefined();
});

test('PLN-52 what is live behind the next round can be taken down', () => {
  const draft = { ...unit, state: 'draft' as const, published_version_id: 'live' };
  expect(refusalOf('unpublish', draft, off)).toBeUndefined();
});
