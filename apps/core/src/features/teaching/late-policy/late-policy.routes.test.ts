import { getCourse } from '@k12/contracts/teaching/courses';
import { changeLatePolicy, previewLatePolicy } from '@k12/contracts/teaching/late-policy';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, contextOfTests } from '../../../test/records.teaching.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';

const world = await aSchool();
const { teacher, otherTenantTeacher } = world;
const tenADay = {
  grace_minutes: 0,
  deduction_percent: 10,
  deduction_per: 'day' as const,
  floor_percent: 0,
  hard_stop_days: null,
};

/** One student, two days late with 18 of 20. */
async function lateWork() {
  const { course_id, students } = await aTaughtCourse(world);
  const student_id = students[0]?.person?.id ?? '';
  const assignment_id = await anAssignment(world, course_id, {
    due_at: now(world, -5),
    points_possible: '20',
  });
  await build(world.platform, (tx) =>
    tx
      .updateTable('student_work')
      .set({ submitted_at: now(world, -3.1), submission_state: 'submitted', late_seconds: 164_000 })
      .where('assignment_id', '=', assignment_id)
      .execute(),
  );
  const course = await build(world.platform, (tx) =>
    tx.selectFrom('courses').selectAll().where('id', '=', course_id).executeTakeFirstOrThrow(),
  );
  const context = contextOfTests(world);
  const cells = [{ assignment_id, student_id, grade_version: null, entry: '18' }];
  await context.withTenant((tx) => writeGrades(tx, context, { course, source: 'typed', cells }));
  const score = async () => {
    const cell = await build(world.platform, (tx) =>
      tx
        .selectFrom('student_work')
        .select('effective_score')
        .where('assignment_id', '=', assignment_id)
        .executeTakeFirstOrThrow(),
    );
    return Number(cell.effective_score);
  };
  const version = async () => (await teacher.call(getCourse, { params: { id: course_id } })).lock_version;
  return { course_id, assignment_id, score, version };
}

test('TCH-40 the preview tells how many cells would change and changes none', async () => {
  const { course_id, score, version } = await lateWork();
  const before = await version();
  const request = { params: { id: course_id }, body: { late_policy: tenADay } };
  const effect = await teacher.call(previewLatePolicy, request);
  expect(effect).toEqual({ cells_changed: 1, students_changed: 1, cells_locked: 0, assignments_kept: 0 });
  expect([await score(), await version()]).toEqual([18, before]);
  expect((await otherTenantTeacher.send(previewLatePolicy, request)).status).toBe(404);
});

test.each([
  ['unlocked', 14, 1, 0],
  ['ungraded', 18, 0, 0],
  ['from_now', 18, 0, 1],
] as const)('TCH-40 applied to %s a graded late cell counts %i', async (apply, counts, changed, kept) => {
  const { course_id, score, version } = await lateWork();
  const body = { late_policy: tenADay, apply, lock_version: await version() };
  const effect = await teacher.call(changeLatePolicy, { params: { id: course_id }, body });
  expect([effect.cells_changed, effect.assignments_kept, await score()]).toEqual([changed, kept, counts]);
  const stale = await teacher.send(changeLatePolicy, { params: { id: course_id }, body });
  expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
});
