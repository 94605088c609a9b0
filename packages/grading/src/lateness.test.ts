import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPlain } from './decimal.ts';
import { deduct, type HandedIn, latenessOf, penaltyOf, stopsAt } from './lateness.ts';
import { at, marchSchool } from './testing/school.ts';
import type { LatePolicy } from './types.ts';

const school = marchSchool();
const due_at = at('2026-03-03', '15:00');
const policy: LatePolicy = {
  grace_minutes: 15,
  deduction: '10',
  interval: 'day',
  floor: '0',
  hard_stop_days: null,
};
const plain = { is_extra_credit: false, is_excused: false, no_late_penalty: false };

function lateness(official_at: string | null, more: Partial<HandedIn> = {}, own = policy) {
  const work: HandedIn = { due_at, official_at, override: null, automatic_labels: true, ...more };
  return latenessOf(work, own, school);
}

test('TCH-38 late means after the due time and its grace, and the true time stays visible', () => {
  expect(lateness(due_at)).toEqual({ is_late: false, seconds_late: 0, intervals: 0, past_stop: false });
  expect(lateness(at('2026-03-03', '15:15'))).toMatchObject({
    is_late: false,
    seconds_late: 900,
    intervals: 0,
  });
  expect(lateness(at('2026-03-03', '15:16'))).toMatchObject({
    is_late: true,
    seconds_late: 960,
    intervals: 1,
  });
  expect(lateness(at('2026-03-04', '15:15'))).toMatchObject({ is_late: true, intervals: 1 });
  expect(lateness(at('2026-03-04', '15:16'))).toMatchObject({ is_late: true, intervals: 2 });
  expect(lateness(null)).toMatchObject({ is_late: false, seconds_late: 0 });
  expect(lateness(due_at, { due_at: null })).toMatchObject({ is_late: false, seconds_late: 0 });
});

test('TCH-38 without a policy work is late from the due time on, and costs nothing', () => {
  const work = { due_at, official_at: at('2026-03-03', '15:01'), override: null, automatic_labels: true };
  const late = latenessOf(work, null, school);
  expect(late).toEqual({ is_late: true, seconds_late: 60, intervals: 0, past_stop: false });
  expect(penaltyOf(late, null, plain)).toBeNull();
});

test('TCH-43 what a teacher says holds against the times, both ways', () => {
  const late = at('2026-03-05', '15:00');
  expect(lateness(late, { override: { kind: 'not_late' } })).toMatchObject({
    is_late: false,
    seconds_late: 172_800,
  });
  expect(lateness(late, { override: { kind: 'not_missing' } }).is_late).toBe(true);
  expect(lateness(due_at, { override: { kind: 'late', minutes: null } })).toMatchObject({
    is_late: true,
    intervals: 1,
  });
  expect(lateness(due_at, { override: { kind: 'late', minutes: 2_000 } })).toMatchObject({
    is_late: true,
    seconds_late: 120_000,
    intervals: 2,
  });
  expect(lateness(late, { due_at: null, override: { kind: 'late', minutes: 5 } })).toMatchObject({
    is_late: true,
  });
});

test('TCH-43 with automatic labels off only the teacher says late', () => {
  const late = at('2026-03-05', '15:00');
  expect(lateness(late, { automatic_labels: false })).toMatchObject({
    is_late: false,
    seconds_late: 172_800,
  });
  const override = { kind: 'late', minutes: null } as const;
  expect(lateness(late, { automatic_labels: false, override })).toMatchObject({
    is_late: true,
    intervals: 2,
  });
});

test('TCH-39 excused, extra-credit and not-late cells have no deduction, nor those of an accommodation', () => {
  const late = lateness(at('2026-03-05', '15:00'));
  expect(penaltyOf(late, policy, plain)).toEqual({ intervals: 2, rate: '10', floor: '0', past_stop: false });
  for (const spared of ['is_extra_credit', 'is_excused', 'no_late_penalty']) {
    expect(penaltyOf(late, policy, { ...plain, [spared]: true })).toBeNull();
  }
  const forgiven = lateness(at('2026-03-05', '15:00'), { override: { kind: 'not_late' } });
  expect(penaltyOf(forgiven, policy, plain)).toBeNull();
});

test('TCH-39 the deduction is intervals × rate of the points possible, shown apart', () => {
  const penalty = { intervals: 2, rate: '10', floor: '0', past_stop: false };
  expect(deduct('18', '20', penalty)).toEqual({ entered_score: '18', deduction: '4', score: '14' });
  expect(deduct('18', '20', null)).toEqual({ entered_score: '18', deduction: '0', score: '18' });
  expect(deduct('3', '33.33', { ...penalty, intervals: 1, rate: '0.55' })).toMatchObject({
    deduction: '0.1833',
  });
});

test('TCH-39 a deduction stops at the floor and never lifts a score that is under it', () => {
  const penalty = { intervals: 9, rate: '10', floor: '50', past_stop: false };
  expect(deduct('18', '20', penalty)).toEqual({ entered_score: '18', deduction: '8', score: '10' });
  expect(deduct('7', '20', penalty)).toEqual({ entered_score: '7', deduction: '0', score: '7' });
  expect(deduct('10', '20', penalty)).toMatchObject({ deduction: '0', score: '10' });
});

test('TCH-39 after the last day of the policy all is taken that the floor allows', () => {
  const stopping: LatePolicy = { ...policy, hard_stop_days: 5, floor: '20' };
  expect(stopsAt(stopping, due_at, school.time_zone)).toBe(at('2026-03-08', '15:15'));
  expect(stopsAt(policy, due_at, school.time_zone)).toBeNull();
  expect(lateness(at('2026-03-08', '15:15'), {}, stopping).past_stop).toBe(false);
  const over = lateness(at('2026-03-08', '15:16'), {}, stopping);
  expect(over.past_stop).toBe(true);
  expect(deduct('18', '20', penaltyOf(over, stopping, plain))).toMatchObject({ deduction: '14', score: '4' });
});

test('TCH-39 no score is raised, none falls below zero or through the floor, later never scores more', () => {
  const amount = (max: number) => fc.nat({ max }).map((hundredths) => String(hundredths / 100));
  const facts = fc.record({
    intervals: fc.nat({ max: 400 }),
    rate: amount(10_000),
    floor: amount(10_000),
    past_stop: fc.boolean(),
  });
  fc.assert(
    fc.property(amount(20_000), amount(10_000), facts, (entered, points, penalty) => {
      const { score } = deduct(entered, points, penalty);
      const floor = (Number(points) * Number(penalty.floor)) / 100;
      expect(Number(score)).toBeLessThanOrEqual(Number(entered));
      expect(Number(score)).toBeGreaterThanOrEqual(Math.min(Number(entered), floor) - 0.0001);
      const later = deduct(entered, points, { ...penalty, intervals: penalty.intervals + 1 });
      expect(Number(later.score)).toBeLessThanOrEqual(Number(score));
    }),
  );
});

test('TCH-39 TCH-108 deductions are those of plain fractions, rounded once', () => {
  const hundredths = (max: bigint) => fc.bigInt({ min: 0n, max });
  const written = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
  const amounts = fc.tuple(hundredths(20_000n), hundredths(10_000n), hundredths(2_000n), hundredths(10_000n));
  fc.assert(
    fc.property(amounts, fc.nat({ max: 30 }), ([entered, points, rate, floor], intervals) => {
      const penalty = { intervals, rate: written(rate), floor: written(floor), past_stop: false };
      const result = deduct(written(entered), written(points), penalty);
      // In ten-thousandths, of which a hundredth has a hundred: percent of an amount is their product by a hundred.
      const half = (over: bigint, under: bigint) => (2n * over + under) / (2n * under);
      const room = entered * 100n - half(floor * points, 100n);
      const whole = half(BigInt(intervals) * rate * points, 100n);
      const deduction = room < 0n ? 0n : whole < room ? whole : room;
      expect(result.deduction).toBe(formatPlain(Number(deduction)));
      expect(result.score).toBe(formatPlain(Number(entered * 100n - deduction)));
    }),
  );
});
