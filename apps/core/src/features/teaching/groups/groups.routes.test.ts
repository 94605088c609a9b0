import { getAssignment } from '@k12/contracts/teaching/assignments';
import {
  createGradeCategory,
  deleteGradeCategory,
  listGradeCategories,
  updateGradeCategory,
} from '@k12/contracts/teaching/grade-categories';
import {
  createGroupSet,
  deleteGroupSet,
  getGroupSet,
  listGroupSets,
  updateGroupSet,
} from '@k12/contracts/teaching/groups';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, enroll } from '../../../test/records.teaching.ts';

const world = await aSchool();
const { teacher, otherTenantTeacher } = world;
const { course_id, students } = await aTaughtCourse(world, { students: [4] });
const [one = '', two = '', three = '', four = ''] = students.map(({ person }) => person?.id ?? '');
const inCourse = { params: { id: course_id } };

test('TCH-46 students are divided by hand or dealt out evenly, each into one group at most', async () => {
  const dealt = await teacher.call(createGroupSet, { ...inCourse, body: { name: 'Labs', split_into: 2 } });
  expect(dealt.groups.map(({ members }) => members.length)).toEqual([2, 2]);
  expect(dealt.ungrouped_count).toBe(0);
  const twice = await teacher.send(createGroupSet, {
    ...inCourse,
    body: {
      name: 'Wrong',
      groups: [
        { name: 'A', student_ids: [one, one] },
        { name: 'B', student_ids: [newId()] },
      ],
    },
  });
  expect(twice.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/groups/0/student_ids/1',
    '/groups/1/student_ids/0',
  ]);
  expect((await otherTenantTeacher.send(listGroupSets, inCourse)).status).toBe(404);
  expect((await students[0]?.send(listGroupSets, inCourse))?.status).toBe(403);
});

test('TCH-46 moving after the group handed in asks what the mover keeps; the old work stays with the old group', async () => {
  const set = await teacher.call(createGroupSet, {
    ...inCourse,
    body: {
      name: 'Projects',
      groups: [
        { name: 'A', student_ids: [one, two] },
        { name: 'B', student_ids: [three, four] },
      ],
    },
  });
  const [a, b] = set.groups;
  const assignment_id = await anAssignment(world, course_id, { group_set_id: set.id });
  const submission_id = newId();
  const at = now(world);
  await insert(world, 'submissions', {
    id: submission_id,
    course_id,
    assignment_id,
    group_id: a?.id,
    attempts_count: 1,
    created_at: at,
    updated_at: at,
  });
  await insert(world, 'submission_attempts', {
    id: newId(),
    submission_id,
    number: 1,
    official_at: at,
    received_at: at,
    submitted_by: one,
    receipt_code: 'CODE-1',
  });
  const work = { submission_id, submission_state: 'submitted' as const, submitted_at: at, attempts_count: 1 };
  await build(world.platform, (tx) =>
    tx
      .updateTable('student_work')
      .set(work)
      .where('assignment_id', '=', assignment_id)
      .where('student_id', 'in', [one, two])
      .execute(),
  );
  const moved = (movers?: 'keep' | 'new_group') => ({
    params: { id: set.id },
    body: {
      lock_version: set.lock_version,
      groups: [
        { id: a?.id ?? '', name: 'A', student_ids: [one] },
        { id: b?.id ?? '', name: 'B', student_ids: [two, three, four] },
      ],
      ...(movers && { movers }),
    },
  });
  const asked = await teacher.send(updateGroupSet, moved());
  expect([asked.status, asked.body.code, asked.body.context.student_ids]).toEqual([
    409,
    'group.choose_work',
    [two],
  ]);
  await teacher.call(updateGroupSet, moved('new_group'));
  const rows = await build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select(['student_id', 'submission_state', 'submission_id'])
      .where('assignment_id', '=', assignment_id)
      .where('student_id', 'in', [one, two])
      .execute(),
  );
  expect(rows.find(({ student_id }) => student_id === one)).toMatchObject({ submission_id });
  expect(rows.find(({ student_id }) => student_id === two)).toMatchObject({
    submission_id: null,
    submission_state: 'not_started',
  });
  expect((await teacher.send(deleteGroupSet, { params: { id: set.id } })).body.code).toBe('conflict');
  expect((await teacher.call(getGroupSet, { params: { id: set.id } })).groups[1]?.members).toHaveLength(3);
});

test('TCH-109 categories add up their weights, and giving one up moves its assignments', async () => {
  const make = (body: { name: string; weight_percent: string; is_extra_credit?: boolean }) =>
    teacher.call(createGradeCategory, { ...inCourse, body });
  const homework = await make({ name: 'Homework', weight_percent: '33.3' });
  const tests = await make({ name: 'Tests', weight_percent: '66.7' });
  await make({ name: 'Extra', weight_percent: '5', is_extra_credit: true });
  const taken = await teacher.send(createGradeCategory, { ...inCourse, body: { name: 'homework' } });
  expect([taken.status, taken.body.errors[0].code]).toEqual([422, 'duplicate']);
  const { weight_sum, data } = await teacher.call(listGradeCategories, inCourse);
  expect([weight_sum, data.map(({ name }) => name)]).toEqual(['100', ['Homework', 'Tests', 'Extra']]);
  await teacher.call(updateGradeCategory, {
    params: { id: homework.id },
    body: { drop_lowest: 1, lock_version: homework.lock_version },
  });
  const stale = await teacher.send(updateGradeCategory, {
    params: { id: homework.id },
    body: { drop_lowest: 2, lock_version: homework.lock_version },
  });
  expect(stale.body.code).toBe('version_conflict');
  const id = await anAssignment(world, course_id, { category_id: homework.id });
  const { moved_count } = await teacher.call(deleteGradeCategory, {
    params: { id: homework.id },
    query: { move_to: tests.id },
  });
  expect(moved_count).toBe(1);
  expect((await teacher.call(getAssignment, { params: { id } })).category_name).toBe('Tests');
});

test('TCH-12 a helper of one section reads in groups the students of that section alone, and divides nobody', async () => {
  const divided = await aTaughtCourse(world, { students: [1, 1] });
  const [near = '', far = ''] = divided.students.map(({ id }) => id);
  const place = { params: { id: divided.course_id } };
  const groups = [{ name: 'A', student_ids: [near, far] }];
  const set = await teacher.call(createGroupSet, { ...place, body: { name: 'Labs', groups } });
  const helper = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [world.school.id],
  });
  await enroll(world, divided.sections[0] ?? '', helper.id, { role: 'co_teacher', is_limited: true });
  const listed = (await helper.call(listGroupSets, place)).data[0];
  const read = await helper.call(getGroupSet, { params: { id: set.id } });
  for (const seen of [listed, read])
    expect(seen?.groups[0]?.members.map(({ student_id }) => student_id)).toEqual([near]);
  const body = { groups: [], lock_version: set.lock_version };
  expect((await helper.send(updateGroupSet, { params: { id: set.id }, body })).status).toBe(403);
});

test('TCH-13 an assistant who may edit content names categories and does not say what they weigh', async () => {
  const taught = await aTaughtCourse(world);
  const place = { params: { id: taught.course_id } };
  const made = await teacher.call(createGradeCategory, {
    ...place,
    body: { name: 'Tests', weight_percent: '50' },
  });
  const assistant = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [world.school.id],
  });
  const rights = { role: 'assistant', assistant_rights: ['see_grades', 'edit_content'] };
  await enroll(world, taught.sections[0] ?? '', assistant.id, rights);
  const change = (fields: object, lock_version = made.lock_version) =>
    assistant.send(updateGradeCategory, { params: { id: made.id }, body: { ...fields, lock_version } });
  expect((await change({ weight_percent: '90' })).status).toBe(403);
  expect((await change({ name: 'Quizzes' })).status).toBe(200);
});
