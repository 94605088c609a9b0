import { getCourseHome } from '@k12/contracts/teaching/course-home';
import { createModuleItems } from '@k12/contracts/teaching/module-items';
import { completeItem } from '@k12/contracts/teaching/module-progress';
import { createModule, publishModule } from '@k12/contracts/teaching/modules';
import { expect, test } from 'vitest';
import { aWorkingCourse } from '../../../test/a-working-course.ts';

const world = await aWorkingCourse();
const { teacher, student, otherTenantTeacher, course_id, clock } = world;
const course = { params: { id: course_id } };

test('TCH-17 the home of a course tells progress of modules, the next five due, what was handed in and what waits', async () => {
  expect((await otherTenantTeacher.send(getCourseHome, course)).status).toBe(404);
  expect((await student.send(getCourseHome, course)).status).toBe(403);
  const module = await teacher.call(createModule, { ...course, body: { title: 'Cells' } });
  const items = [
    {
      kind: 'link' as const,
      title: 'Atlas',
      url: 'https://example.org/',
      completion_rule: 'mark_done' as const,
    },
  ];
  const { data } = await teacher.call(createModuleItems, { params: { id: module.id }, body: { items } });
  await teacher.call(publishModule, { params: { id: module.id }, body: { what: 'module_and_items' } });
  await student.call(completeItem, { params: { id: data[0]?.id ?? '' }, body: {} });
  for (const days of [6, 5, 4, 3, 2, 1])
    await world.assignment({ title: `In ${days}`, due_in: days * 24 * 60 });
  await world.assignment({ title: 'Past', due_in: -60 });
  const handed = await world.assignment({ title: 'Handed in', due_in: -30 });
  const hidden = await world.assignment({ title: 'Nameless', due_in: -30, is_anonymous: true });
  const submitted_at = clock.now().toISOString();
  for (const id of [handed, hidden]) {
    await world.setCell(id, {
      submitted_at,
      submission_state: 'submitted',
      attempts_count: 1,
      has_new_work: true,
    });
  }
  const home = await teacher.call(getCourseHome, course);
  expect(home.modules).toMatchObject([{ title: 'Cells', items_count: 1, done_percent: 50 }]);
  expect(home.due_next.map(({ title }) => title)).toEqual(['In 1', 'In 2', 'In 3', 'In 4', 'In 5']);
  expect(home.due_next[0]).toMatchObject({ assigned_count: 2, submitted_count: 0 });
  expect(home.to_grade.count).toBe(2);
  expect(home.activity.map(({ title, student_id }) => [title, student_id]).sort()).toEqual([
    ['Handed in', student.id],
    ['Nameless', null],
  ]);
  expect(home.can.write).toBe(true);
});
