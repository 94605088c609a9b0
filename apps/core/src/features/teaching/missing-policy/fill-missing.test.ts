import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, contextOfTests } from '../../../test/records.teaching.ts';
import { fillMissing } from './fill-missing.service.ts';

const world = await aSchool();
const { course_id, students } = await aTaughtCourse(world, { students: [4] });
const [absent, excused, left, done] = students.map(({ id }) => id) as [string, string, string, string];

async function update(table: 'student_work' | 'enrollments' | 'courses', change: object, where: object) {
  await build(world.platform, (tx) => {
    let rows = tx
      .updateTable(table)
      .set(change as never)
      .where('tenant_id', '=', world.tenant.id);
    for (const [name, value] of Object.entries(where)) rows = rows.where(name as never, '=', value as never);
    return rows.execute();
  });
}

function cellsOf(assignmentId: string) {
  return build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select(['student_id', 'grade_state', 'effective_score', 'grade_source', 'grade_version'])
      .where('tenant_id', '=', world.tenant.id)
      .where('assignment_id', '=', assignmentId)
      .execute(),
  );
}

test('TCH-42 the missing policy fills empty missing cells once its hours are over, and nothing else', async () => {
  await update(
    'courses',
    { settings: JSON.stringify({ missing_policy: { score_percent: 25, after_hours: 24 } }) },
    { id: course_id },
  );
  const overdue = await anAssignment(world, course_id, { due_at: now(world, -3), points_possible: 10 });
  const recent = await anAssignment(world, course_id, { due_at: now(world, -0.5), points_possible: 10 });
  const paper = await anAssignment(world, course_id, { due_at: now(world, -3), submission_types: ['paper'] });
  const work = (student_id: string) => ({ assignment_id: overdue, student_id });
  await update('student_work', { grade_state: 'excused' }, work(excused));
  await update('student_work', { submission_state: 'submitted', submitted_at: now(world, -2) }, work(done));
  await update('enrollments', { state: 'withdrawn' }, { user_id: left });

  await fillMissing(contextOfTests(world));
  const filled = await cellsOf(overdue);
  const of = (id: string) => filled.find(({ student_id }) => student_id === id);
  expect(of(absent)).toMatchObject({ grade_state: 'graded', grade_source: 'policy' });
  expect(Number(of(absent)?.effective_score)).toBe(2.5);
  expect(of(excused)).toMatchObject({ grade_state: 'excused', grade_source: null });
  for (const id of [left, done]) expect(of(id)?.grade_state).toBe('none');
  for (const id of [recent, paper])
    for (const { grade_state } of await cellsOf(id)) expect(grade_state).toBe('none');

  await fillMissing(contextOfTests(world));
  expect(await cellsOf(overdue)).toEqual(filled);
});

test('TCH-42 a locked period keeps its missing work without a score', async () => {
  const day = (days: number) => now(world, days).slice(0, 10);
  const { academic_year_id } = await build(world.platform, (tx) =>
    tx.selectFrom('courses').select('academic_year_id').where('id', '=', course_id).executeTakeFirstOrThrow(),
  );
  await insert(world, 'grading_periods', {
    id: newId(),
    school_id: world.school.id,
    academic_year_id,
    name: 'Closed quarter',
    starts_on: day(-60),
    ends_on: day(-20),
    state: 'locked',
    created_at: now(world),
    updated_at: now(world),
  });
  const locked = await anAssignment(world, course_id, { due_at: now(world, -30), points_possible: 10 });
  await fillMissing(contextOfTests(world));
  for (const { grade_state } of await cellsOf(locked)) expect(grade_state).toBe('none');
});
