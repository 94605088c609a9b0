import { expect, test } from 'vitest';
import { courseTotals } from './course-total.ts';
import { explainTotal } from './explain.ts';
import { prepareCourse } from './prepare-course.ts';
import { assignment, category, rules, scored, workedExample } from './testing/gradebook.ts';
import type { Explanation, TotalOptions } from './types.ts';

const staff: TotalOptions = { view: 'staff', period_id: null };

function linesOf(explanation: Explanation, category: string) {
  return explanation.categories.find(({ category_id }) => category_id === category);
}

test('TCH-119 the worked example comes out to the last digit', () => {
  const { course, cells } = workedExample();
  const { so_far, if_nothing_more } = courseTotals(course, cells, staff);
  expect(so_far.percent).toBe('83.1111');
  expect(if_nothing_more.percent).toBe('74.8000');
  expect(so_far.categories.map(({ percent }) => percent)).toEqual(['73.3333', '88.0000', null]);
  expect(so_far.categories.map(({ rescaled_weight }) => rescaled_weight)).toEqual([
    '33.3333',
    '66.6667',
    null,
  ]);
  expect(if_nothing_more.categories.map(({ rescaled_weight }) => rescaled_weight)).toEqual([
    '30.0000',
    '60.0000',
    '10.0000',
  ]);
  expect(so_far.dropped).toEqual(['second']);
});

test('TCH-118 a total opens to weights, sums, cells, and what was dropped and why', () => {
  const { course, cells } = workedExample();
  const explanation = explainTotal(course, cells, staff, 'so_far');
  expect(explanation).toMatchObject({ kind: 'so_far', percent: '83.1111', weight_sum: '90' });
  const homework = linesOf(explanation, 'homework');
  expect(homework).toMatchObject({
    weight: '30',
    rescaled_weight: '33.3333',
    earned: '22',
    possible: '30',
    extra_earned: '3',
    percent: '73.3333',
    contribution: '24.4444',
  });
  expect(homework?.cells.map(({ counted_as, reason }) => counted_as ?? reason)).toEqual([
    'score',
    'dropped_lowest',
    'score',
    'excused',
    'extra_credit',
  ]);
  expect(homework?.cells[2]).toMatchObject({ entered_score: '18', deduction: '4', score: '14' });
  // Dropping 5/10 in the place of 30/50, and dropping nothing at all.
  expect(homework?.cells[0]?.percent_otherwise).toBe('67.1429');
  expect(homework?.cells[1]?.percent_otherwise).toBe('65.0000');
  expect(linesOf(explanation, 'tests')?.cells[2]).toMatchObject({ counted_as: null, reason: 'incomplete' });
  expect(linesOf(explanation, 'participation')).toMatchObject({ weight: '10', rescaled_weight: null });
});

test('TCH-114 what is still owed counts as zero in the second total, and says so', () => {
  const { course, cells } = workedExample();
  const explanation = explainTotal(course, cells, staff, 'if_nothing_more');
  expect(explanation.percent).toBe('74.8000');
  expect(linesOf(explanation, 'participation')?.cells).toMatchObject([{ counted_as: 'zero', score: '0' }]);
});

test('PPL-18 the explanation for families holds no trace of a score that is not posted', () => {
  const { course, cells } = workedExample();
  const hidden = cells.map((each) => ({ ...each, is_posted: false, outstanding: true }));
  const owed = cells.map((each) => ({
    ...each,
    state: 'none' as const,
    entered_score: null,
    deduction: null,
    score: null,
    outstanding: true,
  }));
  const families: TotalOptions = { view: 'posted', period_id: null };
  for (const kind of ['so_far', 'if_nothing_more'] as const) {
    expect(explainTotal(course, hidden, families, kind)).toEqual(explainTotal(course, owed, families, kind));
  }
});

test('TCH-118 the explanation is of the same total that is shown', () => {
  const { course, cells } = workedExample();
  const totals = courseTotals(course, cells, staff);
  for (const kind of ['so_far', 'if_nothing_more'] as const) {
    const explanation = explainTotal(course, cells, staff, kind);
    expect(explanation.percent).toBe(totals[kind].percent);
    expect(explanation.categories).toMatchObject(totals[kind].categories);
  }
});

test('TCH-118 a kept cell shows what dropping it in the place of the best other one would have given', () => {
  const points = ['10', '10', '10', '10'];
  const assignments = points.map((each, at) => assignment(`work ${at}`, each, { category_id: 'homework' }));
  const cells = [scored('2'), scored('4'), scored('6'), scored('8')];
  const otherwise = (drops: { drop_lowest?: number; drop_highest?: number }) => {
    const course = prepareCourse(rules({ categories: [category('homework', drops)], assignments }));
    const homework = linesOf(explainTotal(course, cells, staff, 'so_far'), 'homework');
    return homework?.cells.map(({ percent_otherwise }) => percent_otherwise);
  };
  expect(otherwise({ drop_lowest: 2 })).toEqual(['53.3333', '60.0000', '60.0000', '50.0000']);
  expect(otherwise({ drop_highest: 2 })).toEqual(['50.0000', '40.0000', '40.0000', '46.6667']);
  expect(otherwise({})).toEqual([null, null, null, null]);
});
