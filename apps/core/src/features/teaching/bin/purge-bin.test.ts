import { deleteAssignment } from '@k12/contracts/teaching/assignments';
import { deleteCourse, restoreCourse } from '@k12/contracts/teaching/course-copy';
import { createModuleItems } from '@k12/contracts/teaching/module-items';
import { createModule, deleteModule } from '@k12/contracts/teaching/modules';
import type { Database } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { anAssignment, aTaughtCourse, contextOfTests } from '../../../test/records.teaching.ts';
import { purgeBins } from './purge-bin.service.ts';

const world = await aSchool();
const { admin, teacher, clock } = world;

async function isThere(table: 'courses' | 'modules' | 'assignments', id: string): Promise<boolean> {
  const row = await build(world.platform, (tx) =>
    tx
      .selectFrom(table as keyof Database & 'courses')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

async function gradedIn(assignment_id: string, student_id: string): Promise<void> {
  await build(world.platform, (tx) =>
    tx
      .updateTable('student_work')
      .set({ grade_state: 'graded', effective_score: '5', grade_version: 1 })
      .where('assignment_id', '=', assignment_id)
      .where('student_id', '=', student_id)
      .execute(),
  );
}

test('TCH-05 after 30 days the bin empties itself of all but what students have records in', async () => {
  const [taught, other] = [await aTaughtCourse(world), await aTaughtCourse(world)];
  const { course_id, students } = taught;
  const [idle, graded] = [await anAssignment(world, course_id), await anAssignment(world, course_id)];
  await gradedIn(graded, students[0]?.id ?? '');
  const module = await teacher.call(createModule, { params: { id: course_id }, body: { title: 'Cells' } });
  const items = [{ kind: 'assignment' as const, target_id: idle }];
  await teacher.call(createModuleItems, { params: { id: module.id }, body: { items } });
  await teacher.send(deleteModule, { params: { id: module.id } });
  await teacher.send(deleteAssignment, { params: { id: idle }, query: {} } as never);
  await teacher.send(deleteAssignment, { params: { id: graded }, query: { confirm: 'true' } } as never);
  const unused = await anAssignment(world, other.course_id);
  await admin.call(deleteCourse, { params: { id: other.course_id }, query: {} });

  await purgeBins(contextOfTests(world));
  for (const id of [idle, graded, unused]) expect(await isThere('assignments', id)).toBe(true);
  expect(await isThere('courses', other.course_id)).toBe(true);

  await build(world.platform, async (tx) => {
    const deleted_at = new Date(clock.now().getTime() - 31 * 86_400_000).toISOString();
    for (const table of ['assignments', 'modules', 'courses'] as const)
      await tx.updateTable(table).set({ deleted_at }).where('deleted_at', 'is not', null).execute();
  });
  const gone = await admin.send(restoreCourse, { params: { id: other.course_id }, body: {} });
  expect([gone.status, gone.body.code]).toEqual([410, 'gone']);
  await purgeBins(contextOfTests(world));
  expect(await isThere('modules', module.id)).toBe(false);
  expect(await isThere('assignments', idle)).toBe(false);
  expect(await isThere('assignments', graded)).toBe(true);
  expect(await isThere('assignments', unused)).toBe(false);
  expect(await isThere('courses', other.course_id)).toBe(false);
  expect(await isThere('courses', course_id)).toBe(true);
});
