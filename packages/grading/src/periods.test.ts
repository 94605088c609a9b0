import { expect, test } from 'vitest';
import { periodOf, periodSpans, yearGrade } from './periods.ts';
import type { GradingPeriod } from './types.ts';

const periods: GradingPeriod[] = [
  { id: 'autumn', starts_on: '2025-08-18', ends_on: '2025-12-19', weight: '50' },
  { id: 'spring', starts_on: '2026-01-05', ends_on: '2026-05-29', weight: '50' },
];
const spans = periodSpans(periods, 'America/Chicago');

function period(due_at: string | null, more = {}) {
  return periodOf({ assigned_period_id: null, due_at, published_at: null, ...more }, spans);
}

test('TCH-115 an item belongs to the period of its due time, by the days of the school', () => {
  expect(period('2025-12-20T05:59:59.999Z')).toBe('autumn');
  expect(period('2025-12-20T06:00:00.000Z')).toBeNull();
  expect(period('2026-01-05T05:59:59.999Z')).toBeNull();
  expect(period('2026-01-05T06:00:00.000Z')).toBe('spring');
});

test('TCH-115 a period set on the item goes first; without a due time the publishing decides', () => {
  expect(period('2026-02-01T12:00:00.000Z', { assigned_period_id: 'autumn' })).toBe('autumn');
  expect(period(null, { published_at: '2025-10-01T12:00:00.000Z' })).toBe('autumn');
  expect(period('2026-02-01T12:00:00.000Z', { published_at: '2025-10-01T12:00:00.000Z' })).toBe('spring');
  expect(period(null)).toBeNull();
});

test('TCH-115 the year is its weighted periods, rescaled over those with a value', () => {
  const values = (autumn: string | null, spring: string | null) => [
    { period_id: 'autumn', weight: '40', percent: autumn },
    { period_id: 'spring', weight: '60', percent: spring },
  ];
  expect(yearGrade(values('80.0000', '90.0000')).percent).toBe('86.0000');
  expect(yearGrade(values('83.1111', null))).toMatchObject({
    percent: '83.1111',
    periods: [{ rescaled_weight: '100.0000', contribution: '83.1111' }, { rescaled_weight: null }],
  });
  expect(yearGrade(values(null, null)).percent).toBeNull();
  const thirds = ['33.3333', '66.6667', '50.0001'].map((percent, at) => ({
    period_id: `${at}`,
    weight: '1',
    percent,
  }));
  expect(yearGrade(thirds).percent).toBe('50.0000');
});
