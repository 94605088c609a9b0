import { listNotifications } from '@k12/contracts/communication/notifications';
import { moveEnrollment, previewEnrollmentMove } from '@k12/contracts/teaching/enrollment-moves';
import { listEnrollments, updateEnrollment } from '@k12/contracts/teaching/enrollments';
import { getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { createGroupSet, getGroupSet } from '@k12/contracts/teaching/groups';
import { getLearnerCourse } from '@k12/contracts/teaching/learning';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, contextOfTests, enroll } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { afterPosting } from '../posting/after-posting.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';

const settings = { optional_grants: ['teacher:enrollments.manage'] };
const world = await aSchool({}, { settings });
const { admin, tenant, school, server, platform } = world;

const aTeacher = () => actorOf(server, tenant, { role: 'teacher', school_ids: [school.id] });

async function enrollmentOf(actor: TestActor, course_id: string, student: TestActor | undefined) {
  const { data } = await actor.call(listEnrollments, { query: { course_id, role: 'student' } });
  const found = data.find(({ user_id }) => user_id === student?.id);
  if (!found) throw new Error('Is not on the roster.');
  return found;
}

const rows = <T extends 'student_work' | 'grade_changes' | 'feedback_comments'>(
  table: T,
  student_id: string,
) =>
  build(platform, (tx) =>
    tx
      .selectFrom(table as 'student_work')
      .selectAll()
      .where('student_id', '=', student_id)
      .execute(),
  );

/** Due in two days for everyone, in five for the second section. */
async function twoSections() {
  const course = await aTaughtCourse(world, { students: [2, 0] });
  const due_at = now(world, 2);
  const assignment = await anAssignment(world, course.course_id, { due_at, title: 'Leaf lab', position: 1 });
  const later = now(world, 5);
  const line = { target: 'section', section_id: course.sections[1], due_at: later, created_at: now(world) };
  await insert(world, 'assignment_dates', { id: newId(), assignment_id: assignment, ...line });
  return { ...course, assignment, due_at, later, student: course.students[0] as TestActor };
}

const grade = (
  actor: TestActor,
  course_id: string,
  assignment_id: string,
  student_id: string,
  entry: string,
) =>
  actor.call(updateGradebookCells, {
    params: { id: course_id },
    body: { cells: [{ assignment_id, student_id, grade_version: 0, entry }] },
  });

const instant = (at: string | null | undefined) => (at ? Date.parse(at) : null);

test('TCH-09 a move between sections says which due times change, changes just those and keeps work and grades', async () => {
  const { course_id, sections, teacher, student, assignment, due_at, later } = await twoSections();
  await grade(teacher, course_id, assignment, student.id, '7');
  const comment = {
    id: newId(),
    course_id,
    assignment_id: assignment,
    student_id: student.id,
    body: 'Well done',
  };
  const times = { created_at: now(world), updated_at: now(world) };
  await insert(world, 'feedback_comments', {
    ...comment,
    author_id: teacher.id,
    state: 'posted',
    posted_at: now(world),
    ...times,
  });
  const enrollment = await enrollmentOf(teacher, course_id, student);
  const section_id = sections[1] as string;
  const target = { params: { id: enrollment.id }, query: { section_id } };

  const preview = await teacher.call(previewEnrollmentMove, target);
  expect(preview).toMatchObject({ is_same_course: true, grades: [], targets: [] });
  expect(preview.due_changes).toHaveLength(1);
  const [change] = preview.due_changes;
  expect(change).toMatchObject({ assignment_id: assignment, title: 'Leaf lab', is_assigned_after: true });
  expect([instant(change?.due_before), instant(change?.due_after)]).toEqual([
    instant(due_at),
    instant(later),
  ]);
  expect(instant((await rows('student_work', student.id))[0]?.due_at)).toBe(instant(due_at));

  const before = (await rows('student_work', student.id))[0];
  const body = { section_id, lock_version: enrollment.lock_version };
  expect(
    (
      await teacher.send(moveEnrollment, {
        params: { id: enrollment.id },
        body: { ...body, lock_version: 9 },
      })
    ).status,
  ).toBe(409);
  const moved = await teacher.call(moveEnrollment, { params: { id: enrollment.id }, body });
  expect(moved.enrollment).toMatchObject({ id: enrollment.id, section_id, state: 'active' });
  const after = (await rows('student_work', student.id))[0];
  expect(instant(after?.due_at)).toBe(instant(later));
  const kept = [
    'entry',
    'entered_score',
    'grade_state',
    'grade_version',
    'submission_id',
    'posted_at',
  ] as const;
  for (const column of kept) expect(after?.[column]).toEqual(before?.[column]);
  expect(await rows('grade_changes', student.id)).toHaveLength(1);
  expect(await rows('feedback_comments', student.id)).toHaveLength(1);
  expect((await teacher.send(previewEnrollmentMove, target)).status).toBe(409);
});

test('TCH-09 into another course chosen grades go along as a transfer, scaled to the points there, and the rest stays', async () => {
  const from = await twoSections();
  const { teacher, student, course_id } = from;
  const quiz = await anAssignment(world, course_id, { title: 'Quiz', points_possible: '20', position: 2 });
  await grade(teacher, course_id, from.assignment, student.id, '70');
  await grade(teacher, course_id, quiz, student.id, '15');
  const to = await aTaughtCourse(world, { teacher });
  const there = await anAssignment(world, to.course_id, { title: 'Quiz', points_possible: '10' });
  const enrollment = await enrollmentOf(teacher, course_id, student);
  const section_id = to.sections[0] as string;
  const params = { id: enrollment.id };
  const preview = await teacher.call(previewEnrollmentMove, { params, query: { section_id } });
  expect(preview.is_same_course).toBe(false);
  expect(preview.grades).toMatchObject([
    { title: 'Leaf lab', suggested_id: null },
    { title: 'Quiz', score: '15', points_possible: '20', suggested_id: there },
  ]);
  const grades = [
    { from_assignment_id: quiz, to_assignment_id: there },
    { from_assignment_id: newId(), to_assignment_id: there },
  ];
  const body = { section_id, grades, lock_version: enrollment.lock_version };
  const moved = await teacher.call(moveEnrollment, { params, body });
  expect(moved).toMatchObject({ carried_count: 1, refused: [{ code: 'no_grade' }] });
  const work = await rows('student_work', student.id);
  const carried = work.find(({ assignment_id }) => assignment_id === there);
  expect(carried).toMatchObject({ grade_source: 'transfer', grade_state: 'graded' });
  expect(Number(carried?.effective_score)).toBe(7.5);
  expect(work.filter((cell) => cell.course_id === course_id).map(({ grade_state }) => grade_state)).toEqual([
    'graded',
    'graded',
  ]);
  expect((await enrollmentOf(teacher, course_id, student)).state).toBe('withdrawn');
});

test('TCH-09 nobody moves a student out of or into what they do not manage', async () => {
  const { course_id, sections, teacher, students } = await twoSections();
  const [student, other] = students as [TestActor, TestActor];
  const limited = await aTeacher();
  await enroll(world, sections[0] as string, limited.id, { role: 'co_teacher', is_limited: true });
  const elsewhere = await aTaughtCourse(world, { teacher: await aTeacher() });
  const { id } = await enrollmentOf(teacher, course_id, student);
  const move = (actor: TestActor, section_id: string | undefined) =>
    actor.send(moveEnrollment, { params: { id }, body: { section_id: section_id ?? '', lock_version: 0 } });
  expect((await move(limited, sections[1])).status).toBe(403);
  expect((await move(student, sections[1])).status).toBe(403);
  expect((await move(other, sections[1])).status).toBe(403);
  expect((await move(teacher, elsewhere.sections[0])).status).toBe(404);
  expect((await move(elsewhere.teacher, elsewhere.sections[0])).status).toBe(404);
  expect((await move(world.otherSchoolAdmin, sections[1])).status).toBe(404);
  expect((await move(world.otherTenantAdmin, sections[1])).status).toBe(404);
  expect((await enrollmentOf(teacher, course_id, student)).section_id).toBe(sections[0]);
});

test('TCH-09 an office that may not grade still carries grades over; work of hidden names never goes along', async () => {
  const { teacher, student, course_id, assignment } = await twoSections();
  await grade(teacher, course_id, assignment, student.id, '70');
  await build(platform, (tx) =>
    tx.updateTable('assignments').set({ is_anonymous: true }).where('id', '=', assignment).execute(),
  );
  const open = await anAssignment(world, course_id, { title: 'Open', position: 3 });
  await grade(teacher, course_id, open, student.id, '9');
  const to = await aTaughtCourse(world);
  const { id } = await enrollmentOf(admin, course_id, student);
  const query = { section_id: to.sections[0] as string };
  const { grades } = await admin.call(previewEnrollmentMove, { params: { id }, query });
  expect(grades.map(({ title }) => title)).toEqual(['Open']);
});

test('TCH-10 who is withdrawn has no row and no news, all records stay, and coming back restores everything', async () => {
  const { course_id, teacher, student, students, assignment } = await twoSections();
  const mate = students[1] as TestActor;
  const group_set = await teacher.call(createGroupSet, {
    params: { id: course_id },
    body: { name: 'Teams', groups: [{ name: 'A', student_ids: [student.id, mate.id] }] },
  } as never);
  await grade(teacher, course_id, assignment, student.id, '7');
  const membersOf = async () => {
    const { groups } = await teacher.call(getGroupSet, { params: { id: group_set.id } });
    return groups.flatMap(({ members }) => members.map(({ student_id }) => student_id)).sort();
  };
  const newsOf = async () => (await student.call(listNotifications, { query: {} } as never)).data.length;
  const work = await rows('student_work', student.id);
  const enrollment = await enrollmentOf(teacher, course_id, student);
  const params = { id: enrollment.id };
  const reads = () => student.send(getLearnerCourse, { params: { id: student.id, course_id } });
  expect((await reads()).status).toBe(200);

  world.clock.advance({ hours: 1 });
  const body = { state: 'withdrawn' as const, lock_version: enrollment.lock_version };
  const gone = await teacher.call(updateEnrollment, { params, body });
  expect(gone.withdrawn_at).not.toBeNull();
  expect((await reads()).status).toBe(404);
  expect(await membersOf()).toEqual([mate.id]);
  const sheet = await teacher.call(getGradebook, { params: { id: course_id } } as never);
  expect(sheet.rows.find((row) => row.student_id === student.id)?.state).toBe('withdrawn');
  const roster = { query: { course_id, role: 'student' as const, state: 'active' as const } };
  const { data } = await teacher.call(listEnrollments, roster);
  expect(data.map(({ user_id }) => user_id)).toEqual([mate.id]);
  expect(await rows('student_work', student.id)).toEqual(work);

  const told = await newsOf();
  const context = contextOfTests(world);
  await context.withTenant((tx) => afterPosting(tx, context, assignment, [student.id, mate.id]));
  expect(await newsOf()).toBe(told);
  expect((await mate.call(listNotifications, { query: {} } as never)).data.length).toBeGreaterThan(0);
  await anAssignment(world, course_id, { title: 'While away' });
  expect(await rows('student_work', student.id)).toEqual(work);

  world.clock.advance({ hours: 1 });
  const back = { state: 'active' as const, lock_version: gone.lock_version };
  const returned = await teacher.call(updateEnrollment, { params, body: back });
  expect(returned).toMatchObject({ state: 'active', withdrawn_at: null, starts_on: enrollment.starts_on });
  expect(await membersOf()).toEqual([student.id, mate.id].sort());
  await context.withTenant((tx) => refreshWork(tx, context, { course_id, student_ids: [student.id] }));
  const after = await rows('student_work', student.id);
  expect(after).toHaveLength(2);
  expect(after.find((cell) => cell.assignment_id === assignment)?.entry).toBe('7');
  expect((await reads()).status).toBe(200);
  const history = await build(platform, (tx) =>
    tx.selectFrom('group_members').select('left_at').where('student_id', '=', student.id).execute(),
  );
  expect(history).toHaveLength(2);
});

test('TCH-12 TCH-13 limits and switches of helpers are set by teachers and the school, never by the helpers', async () => {
  const { course_id, sections, teacher } = await twoSections();
  const [section = ''] = sections;
  const assistant = await aTeacher();
  const limited = await aTeacher();
  const ids = {
    assistant: await enroll(world, section, assistant.id, {
      role: 'assistant',
      assistant_rights: ['edit_content'],
    }),
    limited: await enroll(world, section, limited.id, { role: 'co_teacher', is_limited: true }),
  };
  const set = (actor: TestActor, id: string, body: object, lock_version = 0) =>
    actor.send(updateEnrollment, { params: { id }, body: { ...body, lock_version } });
  for (const helper of [assistant, limited]) {
    expect((await set(helper, ids.assistant, { assistant_rights: ['enter_grades'] })).status).toBe(403);
    expect((await set(helper, ids.limited, { is_limited: false })).status).toBe(403);
    const { data } = await helper.call(listEnrollments, { query: { course_id } });
    expect(data.filter(({ role, can }) => role !== 'student' && can.update)).toEqual([]);
  }
  expect((await set(teacher, ids.limited, { is_limited: false })).status).toBe(200);
  const rights = await set(teacher, ids.assistant, { assistant_rights: ['see_grades'] });
  expect(rights.body).toMatchObject({ assistant_rights: ['see_grades'] });
  expect((await assistant.send(getGradebook, { params: { id: course_id } } as never)).status).toBe(200);
  await set(teacher, ids.assistant, { assistant_rights: ['attendance'] }, 1);
  expect((await assistant.send(getGradebook, { params: { id: course_id } } as never)).status).toBe(403);
});
