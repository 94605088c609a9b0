import {
  createFeedbackComment,
  getMyFeedback,
  readFeedback,
  replyToFeedback,
} from '@k12/contracts/teaching/feedback';
import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { getLearnerAssignment, getLearnerCourse } from '@k12/contracts/teaching/learning';
import { getStudentMastery } from '@k12/contracts/teaching/mastery';
import { postGrades } from '@k12/contracts/teaching/posting';
import {
  createStudentNote,
  deleteStudentNote,
  getFamilyAssignment,
  getFamilyCourse,
  getStudentPanel,
  updateStudentNote,
} from '@k12/contracts/teaching/student-panel';
import { explainTotal } from '@k12/contracts/teaching/totals';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, enroll } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { admin, guardian, tenant, school, server, platform } = world;
const course = await aTaughtCourse(world, { students: [2, 1] });
const { teacher, course_id, sections } = course;
const [ada, bo, cy] = course.students as [TestActor, TestActor, TestActor];
const due_at = now(world, -2);
const shown = await anAssignment(world, course_id, {
  title: 'Shown',
  points_possible: '10',
  due_at,
  position: 1,
});
const held = await anAssignment(world, course_id, {
  title: 'Held',
  points_possible: '10',
  position: 2,
  posting_policy: 'manual',
});
const secret = await anAssignment(world, course_id, {
  title: 'Secret',
  points_possible: '10',
  position: 3,
  is_anonymous: true,
});
const later = await anAssignment(world, course_id, {
  title: 'Later',
  available_from_at: now(world, 5),
  position: 4,
});

const aTeacher = () => actorOf(server, tenant, { role: 'teacher', school_ids: [school.id] });
const grade = (assignment_id: string, student: TestActor, entry: string) =>
  teacher.call(updateGradebookCells, {
    params: { id: course_id },
    body: { cells: [{ assignment_id, student_id: student.id, grade_version: 0, entry }] },
  });
const link = (student: TestActor, given: object = {}, parent = guardian) =>
  insert(world, 'guardian_links', {
    id: newId(),
    guardian_id: parent.id,
    student_id: student.id,
    state: 'active',
    ...given,
  });

await link(ada, { relationship: 'parent' });
const strangeParent = await actorOf(server, tenant, { role: 'guardian' });
await link(bo, {}, strangeParent);
await grade(shown, ada, '8');
await teacher.call(postGrades, { params: { id: shown }, body: { target: 'graded' } });
await grade(held, ada, '2');
await build(platform, (tx) =>
  tx
    .updateTable('student_work')
    .set({
      entry: '3',
      entered_score: '3',
      effective_score: '3',
      grade_state: 'graded',
      graded_at: now(world),
      graded_by: teacher.id,
    })
    .where('assignment_id', '=', secret)
    .where('student_id', '=', ada.id)
    .execute(),
);

const helper = await aTeacher();
await enroll(world, sections[1] as string, helper.id, { role: 'co_teacher', is_limited: true });
const assistant = await aTeacher();
await enroll(world, sections[0] as string, assistant.id, {
  role: 'assistant',
  assistant_rights: ['attendance'],
});
const grader = await aTeacher();
await enroll(world, sections[0] as string, grader.id, {
  role: 'assistant',
  assistant_rights: ['see_grades'],
});

const at = (student: TestActor) => ({ id: course_id, student_id: student.id });

/** Everybody who must not get it, with the answer they get. */
async function refusals(): Promise<[string, TestActor, number][]> {
  return [
    ['nobody', world.anonymous, 401],
    ['the student', ada, 403],
    ['a classmate', bo, 403],
    ['the guardian', guardian, 403],
    ['the guardian of another child', strangeParent, 403],
    ['a co-teacher of another section', helper, 404],
    ['an assistant without the right', assistant, 403],
    ['a teacher of another course', await aTeacher(), 404],
    ['an admin of another school', world.otherSchoolAdmin, 404],
    ['somebody of another organisation', world.otherTenantAdmin, 404],
  ];
}

test('TCH-106 TCH-186 the panel and the view of the family are for the staff of this student alone', async () => {
  for (const [who, actor, status] of await refusals()) {
    expect([who, (await actor.send(getStudentPanel, { params: at(ada) })).status]).toEqual([who, status]);
    const view = await actor.send(getFamilyCourse, { params: at(ada), query: {} });
    expect([who, view.status]).toEqual([who, status]);
    const work = { params: { id: shown, student_id: ada.id }, query: {} };
    expect([who, (await actor.send(getFamilyAssignment, work)).status]).toEqual([who, status]);
  }
  expect((await helper.send(getStudentPanel, { params: at(cy) })).status).toBe(200);
  expect((await admin.send(getStudentPanel, { params: at(ada) })).status).toBe(200);
  const nobody = { params: { id: course_id, student_id: teacher.id } };
  expect((await teacher.send(getStudentPanel, nobody)).status).toBe(404);
});

test('TCH-106 the panel has all work with its status, and totals as the teacher and as the student see them', async () => {
  const panel = await teacher.call(getStudentPanel, { params: at(ada) });
  const work = Object.fromEntries(panel.work.map((one) => [one.staff.title, one]));
  expect(Object.keys(work)).toEqual(['Shown', 'Held', 'Secret', 'Later']);
  expect(work.Shown).toMatchObject({
    staff: { score: '8', status: 'graded' },
    family: { score: '8', status: 'graded' },
  });
  expect(work.Held?.staff).toMatchObject({ score: '2', status: 'graded', posted_at: null });
  expect(work.Held?.family).toMatchObject({ score: null, status: 'to_do', posted_at: null });
  expect(work.Secret).toMatchObject({
    is_anonymous: true,
    family: null,
    staff: { score: null, entry: null },
  });
  expect(work.Later?.staff.status).toBe('not_open');
  const family = await ada.call(getLearnerCourse, { params: { id: ada.id, course_id } });
  expect(panel.totals.family).toEqual(family.course.total);
  expect(Number(panel.totals.family?.percent)).toBe(80);
  expect(Number(panel.totals.staff.percent)).not.toBe(80);
  expect(panel.student).toMatchObject({ id: ada.id, state: 'active', section_names: ['Section 1'] });
});

test('TCH-106 contacts are for teachers and the office, never for helpers; only guardians who get messages', async () => {
  const silent = await actorOf(server, tenant, { role: 'guardian' });
  await link(ada, { receives_communications: false }, silent);
  const ended = await actorOf(server, tenant, { role: 'guardian' });
  await link(ada, { state: 'inactive' }, ended);
  const panel = await teacher.call(getStudentPanel, { params: at(ada) });
  expect(panel.contacts).toMatchObject([
    { id: guardian.id, email: guardian.person?.email, relationship: 'parent' },
  ]);
  expect((await admin.call(getStudentPanel, { params: at(ada) })).contacts).toHaveLength(1);
  const seen = await grader.call(getStudentPanel, { params: at(ada) });
  expect(seen).toMatchObject({ contacts: null, notes: [], can: { note: false, extend: false } });
});

test('TCH-106 notes are shared by the staff of the course, changed by who wrote them, and reach no family', async () => {
  const note = (actor: TestActor, student = ada) =>
    actor.send(createStudentNote, { params: at(student), body: { body: 'Needs a quiet place' } });
  for (const [who, actor, status] of await refusals())
    expect([who, (await note(actor)).status]).toEqual([who, status]);
  expect((await note(grader)).status).toBe(403);
  expect((await note(helper, cy)).status).toBe(201);
  const made = await note(teacher);
  expect(made.body).toMatchObject({ body: 'Needs a quiet place', author: { id: teacher.id } });
  const target = { params: { id: made.body.id } };
  const change = { ...target, body: { body: 'Sits in front', lock_version: 0 } };
  for (const other of [
    ada,
    guardian,
    strangeParent,
    helper,
    assistant,
    world.otherSchoolAdmin,
    world.otherTenantAdmin,
  ]) {
    expect((await other.send(updateStudentNote, change)).status).toBe(404);
    expect((await other.send(deleteStudentNote, target)).status).toBe(404);
  }
  expect((await admin.send(updateStudentNote, change)).status).toBe(403);
  expect((await admin.call(getStudentPanel, { params: at(ada) })).notes).toMatchObject([
    { body: 'Needs a quiet place', can: { update: false, delete: false } },
  ]);
  const stale = await teacher.send(updateStudentNote, {
    ...target,
    body: { ...change.body, lock_version: 4 },
  });
  expect(stale.status).toBe(409);
  expect((await teacher.call(updateStudentNote, change)).body).toBe('Sits in front');
  await teacher.call(deleteStudentNote, target);
  expect((await teacher.call(getStudentPanel, { params: at(ada) })).notes).toEqual([]);
  const logged = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['action', 'changes'])
      .where('target_id', '=', made.body.id)
      .orderBy('occurred_at')
      .execute(),
  );
  expect(logged.map(({ action }) => action)).toEqual([
    'student_note.created',
    'student_note.updated',
    'student_note.deleted',
  ]);
  expect(JSON.stringify(logged)).not.toContain('quiet');
});

test('TCH-186 the view of the family is to the letter what student and guardian are answered, kept under both names', async () => {
  const own = await ada.call(getLearnerCourse, { params: { id: ada.id, course_id } });
  const parents = await guardian.call(getLearnerCourse, { params: { id: ada.id, course_id } });
  expect(parents).toEqual(own);
  const view = await teacher.call(getFamilyCourse, { params: at(ada), query: {} });
  expect(view.course).toEqual(own.course);
  expect(view.hidden_count).toBe(1);
  expect(view.items).toEqual(own.items.filter(({ assignment_id }) => assignment_id !== secret));
  expect(JSON.stringify(view)).not.toContain('"2"');
  for (const id of [shown, held, later]) {
    for (const [as, actor] of [
      ['student', ada],
      ['guardian', guardian],
    ] as const) {
      const theirs = await actor.call(getLearnerAssignment, { params: { id: ada.id, assignment_id: id } });
      const looked = await teacher.call(getFamilyAssignment, {
        params: { id, student_id: ada.id },
        query: { as },
      });
      expect(looked).toEqual(theirs);
    }
  }
  const hidden = { params: { id: secret, student_id: ada.id }, query: {} };
  expect((await teacher.send(getFamilyAssignment, hidden)).status).toBe(404);
  const looks = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['actor_id', 'target_id'])
      .where('action', '=', 'family_view.opened')
      .where('actor_id', '=', teacher.id)
      .execute(),
  );
  expect(looks).toHaveLength(7);
  expect(new Set(looks.map(({ target_id }) => target_id))).toEqual(new Set([ada.id]));
});

test('PPL-19 student and guardian open the arithmetic of the total they see, of posted cells alone', async () => {
  const params = at(ada);
  const mine = await ada.call(explainTotal, { params, query: {} });
  const theirs = await guardian.call(explainTotal, { params, query: { view: 'staff' } });
  const staff = await teacher.call(explainTotal, { params, query: { view: 'posted' } });
  for (const explanation of [mine, theirs]) {
    expect(explanation).toMatchObject({
      view: 'posted',
      percent: staff.percent,
      earned: '8',
      possible: '10',
    });
    const cells = explanation.categories.flatMap((category) => category.cells);
    expect(cells.filter(({ score }) => score !== null).map(({ title }) => title)).toEqual(['Shown']);
  }
  const { course: seen } = await ada.call(getLearnerCourse, { params: { id: ada.id, course_id } });
  expect(Number(mine.percent)).toBe(Number(seen.total?.percent));
  for (const other of [bo, strangeParent, world.otherTenantAdmin]) {
    expect((await other.send(explainTotal, { params, query: {} })).status).toBe(404);
  }
});

test('TCH-124 a student reads the own mastery, a guardian that of the child; others get no answer', async () => {
  const mastery = (actor: TestActor) => actor.send(getStudentMastery, { params: at(ada) });
  expect((await mastery(ada)).status).toBe(200);
  expect((await mastery(guardian)).status).toBe(200);
  expect((await mastery(bo)).status).toBe(404);
  expect((await mastery(strangeParent)).status).toBe(404);
});

test('PPL-14 what is posted can be marked as read by the student alone, and is unread again when more is said', async () => {
  const params = { id: shown };
  const say = (body: string) =>
    teacher.call(createFeedbackComment, {
      params: { id: shown, student_id: ada.id },
      body: { body, post: true },
    });
  world.clock.advance({ minutes: 1 });
  await say('Look at question 3');
  const before = await ada.call(getMyFeedback, { params, query: {} });
  expect(before).toMatchObject({ is_unread: true, read_at: null, can: { mark_read: true, reply: true } });
  const watched = await guardian.call(getMyFeedback, { params, query: { student_id: ada.id } });
  expect(watched.can).toMatchObject({ mark_read: false, reply: false });
  expect((await guardian.send(readFeedback, { params })).status).toBe(403);
  expect((await world.otherTenantAdmin.send(readFeedback, { params })).status).toBe(403);
  world.clock.advance({ minutes: 1 });
  expect(await ada.call(readFeedback, { params })).toMatchObject({
    is_unread: false,
    can: { mark_read: false },
  });
  await ada.call(replyToFeedback, { params, body: { body: 'Thank you' } });
  expect((await ada.call(getMyFeedback, { params, query: {} })).is_unread).toBe(false);
  world.clock.advance({ minutes: 1 });
  await say('And at 4');
  expect((await ada.call(getMyFeedback, { params, query: {} })).is_unread).toBe(true);
  expect((await bo.call(getMyFeedback, { params, query: {} })).is_unread).toBe(false);
});

test('TCH-10 TCH-186 a withdrawn student is shown nothing, and the panel says so; all else stays readable for staff', async () => {
  await build(platform, (tx) =>
    tx.updateTable('enrollments').set({ state: 'withdrawn' }).where('user_id', '=', bo.id).execute(),
  );
  const panel = await teacher.call(getStudentPanel, { params: at(bo) });
  expect(panel.student.state).toBe('withdrawn');
  expect(panel.work).toHaveLength(4);
  expect(panel.work.every(({ family }) => family === null)).toBe(true);
  expect((await teacher.send(getFamilyCourse, { params: at(bo), query: {} })).status).toBe(404);
  expect((await bo.send(getLearnerCourse, { params: { id: bo.id, course_id } })).status).toBe(404);
  expect((await bo.send(getMyFeedback, { params: { id: shown }, query: {} })).status).toBe(404);
  expect((await strangeParent.send(getLearnerCourse, { params: { id: bo.id, course_id } })).status).toBe(404);
});
