import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { getGradedWork, putWorkGrade } from '@k12/contracts/teaching/grading';
import { createGroupSet } from '@k12/contracts/teaching/groups';
import { listGradeHistory } from '@k12/contracts/teaching/totals';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';

const world = await aGradebook(4);
const { teacher, pupils, course_id } = world;
const [ada = '', ben = '', cem = '', dia = ''] = pupils.map(({ id }) => id);
const set = await teacher.call(createGroupSet, {
  params: { id: course_id },
  body: { name: 'Labs', groups: [{ name: 'Red', student_ids: [ada, ben, cem] }] },
});

async function scores(assignment_id: string) {
  const rows = await build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select(['student_id', 'entry'])
      .where('assignment_id', '=', assignment_id)
      .execute(),
  );
  const entryOf = new Map(rows.map(({ student_id, entry }) => [student_id, entry]));
  return [ada, ben, cem, dia].map((id) => entryOf.get(id));
}

const grade = (id: string, student_id: string, entry: string, grade_version: number) =>
  teacher.call(putWorkGrade, { params: { id, student_id }, body: { entry, grade_version } });

test('TCH-46 the one grade of a group goes to each member; who got another one by hand keeps it', async () => {
  const id = await world.anAssignment({ group_set_id: set.id, group_grading: 'one' });
  await grade(id, ada, '14', 0);
  expect(await scores(id)).toEqual(['14', '14', '14', null]);
  const cells = [{ assignment_id: id, student_id: ben, grade_version: 1, entry: '9' }];
  await teacher.call(updateGradebookCells, { params: { id: course_id }, body: { cells } });
  expect(await scores(id)).toEqual(['14', '9', '14', null]);
  await grade(id, cem, '16', 1);
  expect(await scores(id)).toEqual(['16', '9', '16', null]);
  const query = { assignment_id: id, student_id: cem };
  const { data } = await teacher.call(listGradeHistory, { params: { id: course_id }, query });
  expect(data.map(({ after }) => after?.entry)).toEqual(['16', '14']);
});

test('TCH-46 who grades sees whose work it is together, and whether one grade goes to all of them', async () => {
  const id = await world.anAssignment({ group_set_id: set.id, group_grading: 'one' });
  const groupOf = async (student_id: string) =>
    (await teacher.call(getGradedWork, { params: { id, student_id } })).group;
  const red = await groupOf(ada);
  expect(red).toMatchObject({ name: 'Red', shares_grade: true });
  expect(red?.others.map((one) => one.id).sort()).toEqual([ben, cem].sort());
  expect(await groupOf(dia)).toBeNull();
  const alone = await world.anAssignment({});
  expect((await teacher.call(getGradedWork, { params: { id: alone, student_id: ada } })).group).toBeNull();
});

test('TCH-46 where each member is graded apart, nobody else gets the grade', async () => {
  const id = await world.anAssignment({ group_set_id: set.id, group_grading: 'each' });
  await grade(id, ada, '14', 0);
  expect(await scores(id)).toEqual(['14', null, null, null]);
});
