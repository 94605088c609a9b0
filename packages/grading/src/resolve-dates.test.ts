import { expect, test } from 'vitest';
import { type DatesStudent, resolveDates } from './resolve-dates.ts';
import { at } from './testing/school.ts';
import type { AssignmentDates } from './types.ts';

const zone = 'America/Chicago';
const student: DatesStudent = {
  student_id: 'ada',
  group_ids: ['red'],
  section_ids: ['first', 'second'],
  extra_days: 0,
};

function line(
  target: AssignmentDates['target'],
  target_id: string | null,
  more: Partial<AssignmentDates> = {},
) {
  return {
    target,
    target_id,
    assigned: true,
    available_from: null,
    due_at: null,
    available_until: null,
    ...more,
  };
}

const day = (date: string) => at(`2026-03-${date}`, '15:00');

test('TCH-30 the most specific dates win: student, group, section, everyone', () => {
  const lines = [
    line('everyone', null, { due_at: day('20') }),
    line('section', 'first', { due_at: day('10') }),
    line('group', 'red', { due_at: day('09') }),
    line('student', 'ada', { due_at: day('04') }),
  ];
  for (let kept = 4; kept >= 1; kept--) {
    const { target, due_at } = lines[kept - 1]!;
    expect(resolveDates(lines.slice(0, kept), student, zone)).toMatchObject({ source: target, due_at });
  }
  const others = [
    line('student', 'ben', { due_at: day('01') }),
    line('group', 'blue'),
    line('section', 'third'),
  ];
  expect(resolveDates([...others, ...lines.slice(0, 1)], student, zone)).toMatchObject({ due_at: day('20') });
});

test('TCH-30 between equals the later due and the wider window win', () => {
  const lines = [
    line('section', 'first', { available_from: day('02'), due_at: day('10'), available_until: day('12') }),
    line('section', 'second', { available_from: day('04'), due_at: day('09'), available_until: day('13') }),
  ];
  const widest = { available_from: day('02'), due_at: day('10'), available_until: day('13') };
  expect(resolveDates(lines, student, zone)).toMatchObject(widest);
  expect(resolveDates(lines.toReversed(), student, zone)).toMatchObject(widest);
  // No date is wider than any.
  expect(resolveDates([...lines, line('section', 'first')], student, zone)).toMatchObject({
    available_from: null,
    due_at: null,
    available_until: null,
  });
});

test('TCH-31 work that is not assigned to a student does not exist for them', () => {
  expect(resolveDates([], student, zone)).toBeNull();
  expect(resolveDates([line('section', 'third')], student, zone)).toBeNull();
  const excepted = [line('everyone', null), line('student', 'ada', { assigned: false })];
  expect(resolveDates(excepted, student, zone)).toBeNull();
  const between = [
    line('section', 'first', { assigned: false }),
    line('section', 'second', { due_at: day('09') }),
  ];
  expect(resolveDates(between, student, zone)).toMatchObject({ due_at: day('09') });
});

test('TCH-36 a standing accommodation adds its days by the clock, and keeps the window open that long', () => {
  const lines = [line('everyone', null, { due_at: day('06'), available_until: day('07') })];
  const longer = { ...student, extra_days: 2 };
  // Sunday 15:00, after the change to summer time.
  expect(resolveDates(lines, longer, zone)).toMatchObject({
    due_at: day('08'),
    available_until: day('08'),
    extra_days: 2,
  });
  const wide = [line('everyone', null, { due_at: day('06'), available_until: day('20') })];
  expect(resolveDates(wide, longer, zone)).toMatchObject({ due_at: day('08'), available_until: day('20') });
  expect(resolveDates([line('everyone', null)], longer, zone)).toMatchObject({ due_at: null, extra_days: 0 });
});

test('TCH-36 dates given to this very student are taken as they are', () => {
  const lines = [line('student', 'ada', { due_at: day('06') })];
  expect(resolveDates(lines, { ...student, extra_days: 2 }, zone)).toMatchObject({
    due_at: day('06'),
    extra_days: 0,
  });
});
