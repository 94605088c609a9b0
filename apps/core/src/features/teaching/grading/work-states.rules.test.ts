import { readCells } from '@k12/contracts/teaching/cell-codes';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { listInbox } from '@k12/contracts/teaching/inbox';
import { cellStatus } from '@k12/grading/cell-status';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';

const minute = 60_000;
const policy = { deduction_percent: 5, deduction_per: 'day', floor_percent: 0, hard_stop_days: null };
/** Minutes from the due time to now: around the edges of the grace of work (10) and of the course (30). */
const overdue = fc.constantFrom(null, -60, 0, 9, 10, 11, 29, 30, 31, 2_880);

const works = fc.record({
  overdue,
  has_automatic_labels: fc.boolean(),
  is_extra_credit: fc.constantFrom(false, false, false, true),
  submission_types: fc.constantFrom(['text'], ['file', 'link'], ['quiz'], ['paper'], ['none']),
  late_policy: fc.constantFrom('course', 'own', 'none'),
});

const cells = fc.record({
  overdue: fc.option(overdue, { nil: undefined }),
  late_seconds: fc.constantFrom(0, 1, 599, 600, 601, 1_800, 1_801, 90_000),
  is_submitted: fc.boolean(),
  is_before_enrollment: fc.constantFrom(false, false, true),
  grade: fc.constantFrom('none', 'none', 'none', 'graded', 'policy', 'excused'),
  status_override: fc.constantFrom(null, null, null, 'late', 'not_late', 'missing', 'not_missing', 'none'),
});

test('TCH-41 TCH-65 the inbox calls late and missing what the sheet does, for 360 generated cells', async () => {
  const world = await aGradebook(6);
  const { teacher, pupils, clock, course_id } = world;
  await world.changeSettings({ late_policy: { ...policy, grace_minutes: 30 } });
  const now = clock.now().getTime();
  const dueAt = (minutes: number | null) =>
    minutes === null ? null : new Date(now - minutes * minute).toISOString();
  const numRuns = 60;
  const generated = fc.sample(cells, { seed: 11, numRuns: numRuns * pupils.length });
  for (const { overdue: minutes, ...given } of fc.sample(works, { seed: 7, numRuns })) {
    const own_late_policy = JSON.stringify({ ...policy, grace_minutes: 10 });
    const id = await world.anAssignment({ ...given, own_late_policy, due_at: dueAt(minutes) });
    for (const [place, cell] of generated.splice(0, pupils.length).entries()) {
      const due_at = dueAt(cell.overdue === undefined ? minutes : cell.overdue);
      await world.changeWork(id, pupils[place]?.id ?? '', { due_at, ...workFields(cell, now) });
    }
  }
  const book = await teacher.call(getGradebook, { params: { id: course_id }, query: {} });
  const sheet = book.rows.flatMap(({ student_id, cells: text }) =>
    readCells(text, book.columns.length).flatMap((cell, place) => {
      const column = book.columns[place];
      if (!cell || !column) return [];
      const status = cellStatus(cell, column, clock.now().toISOString());
      return { key: `${column.id} ${student_id}`, ...status };
    }),
  );
  const lists = book.columns.map(({ id }) => teacher.call(listInbox, { query: { assignment_id: id } }));
  const rows = (await Promise.all(lists)).flatMap(({ data }) => data);
  const inbox = rows.map(({ assignment_id, student_id, is_late, is_missing }) => ({
    key: `${assignment_id} ${student_id}`,
    ...{ is_missing, is_late },
  }));
  const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
  expect(inbox.sort(byKey)).toEqual(sheet.sort(byKey));
  expect(sheet).toHaveLength(360);
  for (const label of ['is_missing', 'is_late'] as const)
    expect(sheet.filter((cell) => cell[label]).length).toBeGreaterThan(30);
});

type GeneratedCell = typeof cells extends fc.Arbitrary<infer Cell> ? Cell : never;

function workFields(
  { overdue: _, grade, is_submitted, late_seconds, ...fields }: GeneratedCell,
  now: number,
) {
  return {
    ...fields,
    ...gradeFields(grade),
    submitted_at: is_submitted ? new Date(now).toISOString() : null,
    submission_state: is_submitted ? 'submitted' : 'not_started',
    late_seconds: is_submitted ? late_seconds : 0,
  };
}

function gradeFields(grade: string): object {
  if (grade === 'none') return {};
  if (grade === 'excused') return { grade_state: 'excused', entry: 'EX', grade_source: 'typed' };
  const source = grade === 'policy' ? 'policy' : 'typed';
  const score = { entry: '5', entered_score: '5', effective_score: '5' };
  return { grade_state: 'graded', grade_source: source, ...score };
}
