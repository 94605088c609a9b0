import { expect, test } from 'vitest';
import { courseTotals } from './course-total.ts';
import { prepareCourse } from './prepare-course.ts';
import { assignment, category, cell, rules, scored } from './testing/gradebook.ts';
import type { Cell, CourseRules, TotalOptions } from './types.ts';

const staff: TotalOptions = { view: 'staff', period_id: null };

function soFar(course: CourseRules, cells: (Cell | null)[], options = staff) {
  return courseTotals(prepareCourse(course), cells, options).so_far;
}

const tests = { category_id: 'tests' };
const homework = { category_id: 'homework' };

function weighted(more: Partial<CourseRules> = {}): CourseRules {
  return rules({
    calculation: 'weighted',
    categories: [
      category('tests', { weight: '60' }),
      category('homework', { weight: '30' }),
      category('labs', { weight: '10' }),
    ],
    assignments: [
      assignment('test', '50', tests),
      assignment('essay', '10', homework),
      assignment('lab', '10', { category_id: 'labs' }),
    ],
    ...more,
  });
}

test('TCH-109 categories with nothing counted are left out and the others rescaled to 100', () => {
  const total = soFar(weighted(), [scored('40'), scored('5'), cell()]);
  expect(total.percent).toBe('70.0000');
  expect(total.categories.map(({ rescaled_weight }) => rescaled_weight)).toEqual([
    '66.6667',
    '33.3333',
    null,
  ]);
  expect(soFar(weighted(), [scored('40'), scored('5'), scored('10')]).percent).toBe('73.0000');
  expect(soFar(weighted(), [cell(), cell(), null]).percent).toBeNull();
});

test('TCH-110 only assigned, counting, graded cells count, in the period chosen', () => {
  const course = rules({
    assignments: [
      assignment('counted', '10'),
      assignment('elsewhere', '10'),
      assignment('practice', '10', { counts_toward_total: false }),
      assignment('mastery', '10', { grading_type: 'mastery' }),
      ...['unassigned', 'excused', 'incomplete', 'ungraded'].map((id) => assignment(id, '10')),
    ],
  });
  const autumn = { period_id: 'autumn' };
  const cells = [
    scored('7', autumn),
    scored('2', { period_id: 'spring' }),
    scored('0', autumn),
    scored('0', autumn),
    null,
    scored('0', { ...autumn, state: 'excused' }),
    scored('0', { ...autumn, state: 'incomplete' }),
    cell(autumn),
  ];
  expect(soFar(course, cells, { view: 'staff', period_id: 'autumn' }).percent).toBe('70.0000');
  expect(soFar(course, cells)).toMatchObject({ percent: '45.0000', earned: '9', possible: '20' });
});

test('TCH-110 points mode is the sum of effective scores over the sum of points', () => {
  const course = rules({ assignments: [assignment('small', '3'), assignment('large', '100')] });
  expect(soFar(course, [scored('1'), scored('80.5')])).toMatchObject({
    percent: '79.1262',
    earned: '81.5',
    possible: '103',
  });
});

function dropping(drops: { drop_lowest?: number; drop_highest?: number }, points: string[]) {
  const assignments = points.map((each, at) => assignment(`work ${at}`, each, homework));
  return rules({ categories: [category('homework', drops)], assignments });
}

test('TCH-111 the lowest drop is the one that helps most, not the lowest percentage', () => {
  // 0/1 is the worst percentage, but 60/100 holds the category down more.
  const course = dropping({ drop_lowest: 1 }, ['1', '100', '20', '20']);
  const total = soFar(course, [scored('0'), scored('60'), scored('18'), scored('19')]);
  expect(total.dropped).toEqual(['work 1']);
  expect(total.percent).toBe('90.2439');
});

test('TCH-111 the best two to drop need not contain the best one', () => {
  const points = ['100', '10', '20', '7', '7'];
  const cells = [scored('54'), scored('8'), scored('9'), scored('7'), scored('1')];
  expect(soFar(dropping({ drop_lowest: 1 }, points), cells).dropped).toEqual(['work 4']);
  const two = soFar(dropping({ drop_lowest: 2 }, points), cells);
  expect(two.dropped.toSorted()).toEqual(['work 0', 'work 2']);
  expect(two.percent).toBe('66.6667');
});

test('TCH-111 dropping the highest lowers the percentage most; ties keep the later due', () => {
  const course = dropping({ drop_highest: 1 }, ['10', '10', '10']);
  const due = (day: number) => ({ due_at: `2026-03-0${day}T12:00:00.000Z` });
  const total = soFar(course, [scored('9', due(3)), scored('9', due(2)), scored('5', due(1))]);
  expect(total).toMatchObject({ dropped: ['work 1'], percent: '70.0000' });
  const lowest = dropping({ drop_lowest: 1 }, ['10', '10', '10']);
  const equal = [scored('5'), scored('5', due(2)), scored('5', due(1))];
  expect(soFar(lowest, equal).dropped).toEqual(['work 2']);
});

test('TCH-111 ungraded, excused, extra-credit and never-drop cells are no candidates, and one cell stays', () => {
  const course = rules({
    categories: [category('homework', { drop_lowest: 5 })],
    assignments: [
      assignment('kept', '10', homework),
      assignment('worse', '10', homework),
      assignment('protected', '10', { ...homework, never_drop: true }),
      assignment('extra', '10', { ...homework, extra_credit: true }),
      assignment('excused', '10', homework),
      assignment('ungraded', '10', homework),
    ],
  });
  const total = soFar(course, [
    scored('8'),
    scored('3'),
    scored('0'),
    scored('1'),
    cell({ state: 'excused' }),
    cell(),
  ]);
  expect(total).toMatchObject({ dropped: ['worse'], percent: '45.0000' });
  expect(soFar(dropping({ drop_lowest: 1, drop_highest: 1 }, ['10']), [scored('4')]).percent).toBe('40.0000');
});

test('TCH-112 extra credit adds to the numerator only, and so do items worth nothing', () => {
  const course = rules({
    assignments: [
      assignment('test', '50'),
      assignment('extra', '5', { extra_credit: true }),
      assignment('bonus', '0'),
    ],
  });
  expect(soFar(course, [scored('45'), scored('4'), scored('3')]).percent).toBe('104.0000');
  expect(soFar(course, [cell(), scored('4'), scored('3')]).percent).toBeNull();
});

test('TCH-112 an extra-credit category adds its weight on top', () => {
  const categories = [
    category('tests', { weight: '100' }),
    category('extra', { weight: '5', extra_credit: true }),
  ];
  const assignments = [assignment('test', '50', tests), assignment('club', '10', { category_id: 'extra' })];
  const course = weighted({ categories, assignments });
  expect(soFar(course, [scored('40'), scored('8')]).percent).toBe('84.0000');
  expect(soFar(course, [cell(), scored('8')]).percent).toBeNull();
  expect(soFar({ ...course, calculation: 'points' }, [scored('40'), scored('8')])).toMatchObject({
    percent: '96.0000',
    possible: '50',
  });
});

test('TCH-112 caps cut categories and the course where they are set', () => {
  const cells = [scored('60'), scored('5'), cell()];
  expect(soFar(weighted(), cells).percent).toBe('96.6667');
  expect(soFar(weighted({ category_cap: '100' }), cells).percent).toBe('83.3333');
  expect(soFar(weighted({ total_cap: '95' }), cells).percent).toBe('95.0000');
  const points = { ...weighted({ category_cap: '100' }), calculation: 'points' } as const;
  expect(soFar(points, cells).percent).toBe('91.6667');
});

test('TCH-114 if nothing more is handed in, what is owed is zero, and zeros may be dropped', () => {
  const course = dropping({ drop_lowest: 1 }, ['10', '10', '10']);
  const owed = cell({ outstanding: true });
  const totals = courseTotals(prepareCourse(course), [scored('8'), owed, owed], staff);
  expect(totals.so_far).toMatchObject({ percent: '80.0000', dropped: [] });
  expect(totals.if_nothing_more).toMatchObject({ percent: '40.0000', possible: '20' });
});

test('TCH-82 families get the total of posted grades, staff that of all', () => {
  const course = rules({ assignments: [assignment('first', '10'), assignment('second', '10')] });
  const cells = [scored('9'), scored('1', { is_posted: false })];
  expect(soFar(course, cells).percent).toBe('50.0000');
  expect(soFar(course, cells, { view: 'posted', period_id: null }).percent).toBe('90.0000');
});

test('TCH-108 half of the last place goes up, and large sums stay exact', () => {
  const third = rules({ assignments: [assignment('work', '3')] });
  expect(soFar(third, [scored('2')]).percent).toBe('66.6667');
  const half = rules({ assignments: [assignment('work', '10000'), assignment('more', '10000')] });
  expect(soFar(half, [scored('0.0001'), scored('0.0099')]).percent).toBe('0.0001');
  expect(soFar(half, [scored('0.0001'), scored('0.0098')]).percent).toBe('0.0000');
  const many = rules({
    assignments: Array.from({ length: 2_000 }, (_, at) => assignment(`work ${at}`, '9999.99')),
  });
  const cells = many.assignments.map(() => scored('9999.9899'));
  expect(soFar(many, cells)).toMatchObject({
    possible: '19999980',
    earned: '19999979.8',
    percent: '100.0000',
  });
});
