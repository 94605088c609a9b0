import {
  getLearnerAssignment,
  getLearnerCourse,
  getLearnerHome,
  listLearnerCourses,
  listTodos,
} from '@k12/contracts/teaching/learning';
import { getReceipt } from '@k12/contracts/teaching/submission-actions';
import { getMySubmission, submitMyWork } from '@k12/contracts/teaching/submissions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aWorkingCourse, wholeSecond, words } from '../../../test/a-working-course.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aWorkingCourse();
const { anonymous, teacher, student, classmate, guardian, otherTenantTeacher, clock, platform, course_id } =
  world;
const base = { tenant_id: world.tenant.id };
const now = (minutes = 0) => wholeSecond(clock.now().getTime() + minutes * 60_000);

const read = (id: string, actor: TestActor = student, of: TestActor = student) =>
  actor.call(getLearnerAssignment, { params: { id: of.id, assignment_id: id } });
const todos = async (actor: TestActor = student) =>
  (await actor.call(listTodos, { params: { id: student.id }, query: {} })).data;
const handIn = async (id: string, actor: TestActor = student) => {
  const { draft } = await actor.call(getMySubmission, { params: { id } });
  const body = { body: words('Done'), file_ids: [], links: [], draft_version: draft.version };
  return actor.call(submitMyWork, { params: { id }, body });
};

async function link(child: TestActor) {
  const row = {
    ...base,
    id: newId(),
    guardian_id: guardian.id,
    student_id: child.id,
    state: 'active' as const,
  };
  await build(platform, (tx) =>
    tx
      .insertInto('guardian_links')
      .values({ ...row, confirmed_at: now() })
      .execute(),
  );
}

const course = (settings: object) =>
  build(platform, (tx) =>
    tx
      .updateTable('courses')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', course_id)
      .execute(),
  );

describe('who', () => {
  test('PPL-12 TCH-64 students read their own, guardians a linked child; everybody else finds nothing', async () => {
    const id = await world.assignment();
    const requests = (actor: TestActor, of: TestActor) => [
      actor.send(getLearnerHome, { params: { id: of.id } }),
      actor.send(listLearnerCourses, { params: { id: of.id } }),
      actor.send(getLearnerCourse, { params: { id: of.id, course_id } }),
      actor.send(listTodos, { params: { id: of.id }, query: {} }),
      actor.send(getLearnerAssignment, { params: { id: of.id, assignment_id: id } }),
    ];
    const statuses = async (actor: TestActor, of: TestActor) =>
      new Set((await Promise.all(requests(actor, of))).map(({ status }) => status));
    expect(await statuses(anonymous, student)).toEqual(new Set([401]));
    expect(await statuses(student, student)).toEqual(new Set([200]));
    for (const actor of [classmate, teacher, otherTenantTeacher, guardian])
      expect(await statuses(actor, student)).toEqual(new Set([404]));
    await link(student);
    expect(await statuses(guardian, student)).toEqual(new Set([200]));
    expect(await statuses(guardian, classmate)).toEqual(new Set([404]));
  });

  test('TCH-20 TCH-31 drafts, scheduled work and the work of others are nowhere', async () => {
    for (const given of [{ state: 'draft' }, { state: 'scheduled' }, { students: [classmate] }] as const) {
      const id = await world.assignment({ ...given, title: 'Nobody knows' });
      const params = { id: student.id, assignment_id: id };
      expect((await student.send(getLearnerAssignment, { params })).status).toBe(404);
    }
    const all = await student.call(getLearnerCourse, { params: { id: student.id, course_id } });
    expect(JSON.stringify([all, await todos()])).not.toContain('Nobody knows');
  });
});

describe('one piece of work', () => {
  test('TCH-37 PPL-13 before it opens there is a title and a date, or nothing where the course says so', async () => {
    const id = await world.assignment({ opens_in: 60, instructions: words('Secret task'), title: 'To come' });
    expect(await read(id)).toMatchObject({ status: 'not_open', title: 'To come', instructions: null });
    await course({ before_available: 'nothing' });
    const params = { id: student.id, assignment_id: id };
    expect((await student.send(getLearnerAssignment, { params })).status).toBe(404);
    const { items } = await student.call(getLearnerCourse, { params: { id: student.id, course_id } });
    expect(items.map(({ title }) => title)).not.toContain('To come');
    await course({});
  });

  test('PPL-13 says what late work costs, and what it would cost now', async () => {
    const policy = {
      ...{ grace_minutes: 0, deduction_percent: 10, deduction_per: 'day', floor_percent: 0 },
      hard_stop_days: null,
    };
    const given = { late_policy: 'own' as const, own_late_policy: policy, points_possible: '20' };
    const early = await world.assignment(given);
    expect((await read(early)).late_policy).toMatchObject({ deduction_percent: 10, deduction_now: null });
    const late = await world.assignment({ ...given, due_in: -36 * 60 });
    expect(await read(late)).toMatchObject({ status: 'missing', late_policy: { deduction_now: '4' } });
    const row = { ...base, id: newId(), course_id, student_id: student.id, created_by: teacher.id };
    const spared = { ...row, has_late_penalty: false, created_at: now(), updated_at: now() };
    await build(platform, (tx) => tx.insertInto('course_accommodations').values(spared).execute());
    expect((await read(late)).late_policy).toBeNull();
    await build(platform, (tx) => tx.deleteFrom('course_accommodations').where('id', '=', row.id).execute());
  });

  test('PPL-13 PPL-06 an extension shows the own date and the usual one', async () => {
    const id = await world.assignment({ due_in: 3 * 24 * 60 });
    await world.setCell(id, { dates_from: 'student' });
    const usual = now(24 * 60);
    const line = { ...base, id: newId(), assignment_id: id, target: 'everyone' as const, due_at: usual };
    await build(platform, (tx) =>
      tx
        .insertInto('assignment_dates')
        .values({ ...line, created_at: now() })
        .execute(),
    );
    expect(await read(id)).toMatchObject({ is_extended: true, usual_due_at: usual });
    expect(await read(id, classmate, classmate)).toMatchObject({ is_extended: false, usual_due_at: null });
  });

  test('PPL-20 statistics need the teacher’s consent and eight posted grades', async () => {
    const id = await world.assignment();
    const others = await Promise.all(
      Array.from({ length: 7 }, () =>
        actorOf(world.server, world.tenant, { role: 'student', school_ids: [world.school.id] }),
      ),
    );
    const cells = [student, ...others].map((person, at) => ({
      ...{ ...base, assignment_id: id, student_id: person.id, course_id, changed_at: now() },
      ...{ grade_state: 'graded' as const, entered_score: `${60 + at}`, effective_score: `${60 + at}` },
      posted_at: at === 7 ? null : now(),
    }));
    await build(platform, async (tx) => {
      await tx.deleteFrom('student_work').where('assignment_id', '=', id).execute();
      await tx.insertInto('student_work').values(cells).execute();
    });
    expect((await read(id)).statistics).toBeNull();
    await course({ shows_statistics: true });
    expect((await read(id)).statistics).toBeNull();
    await build(platform, (tx) =>
      tx.updateTable('student_work').set({ posted_at: now() }).where('assignment_id', '=', id).execute(),
    );
    expect((await read(id)).statistics).toEqual({ count: 8, mean: '63.5', lowest: '60', highest: '67' });
    await course({});
  });
});

describe('what is not posted', () => {
  test('PPL-18 TCH-80 an unposted grade, excuse or mark changes no answer to student and guardian', async () => {
    const handed = await world.assignment({ due_in: -60 });
    const receipt = await handIn(handed);
    const overdue = await world.assignment({ due_in: -60 });
    const waiting = await world.assignment();
    const answers = async () => {
      const actors = [student, guardian];
      const each = actors.map(async (actor) => [
        await actor.call(listLearnerCourses, { params: { id: student.id } }),
        await actor.call(getLearnerCourse, { params: { id: student.id, course_id } }),
        await todos(actor),
        await actor.call(getLearnerHome, { params: { id: student.id } }),
        await Promise.all([handed, overdue, waiting].map((id) => read(id, actor))),
        await actor.call(getReceipt, { params: { code: receipt.code } }),
      ]);
      const own = [handed, overdue, waiting].map((id) => student.call(getMySubmission, { params: { id } }));
      return JSON.stringify([await Promise.all(each), await Promise.all(own)]);
    };
    const before = await answers();
    const grade = {
      grade_state: 'graded',
      entry: '17',
      entered_score: '17',
      effective_score: '17',
      graded_at: now(),
    };
    await world.setCell(handed, {
      ...grade,
      status_override: 'not_late',
      has_new_work: false,
      grade_version: 3,
    });
    await world.setCell(overdue, { grade_state: 'excused', grade_version: 1 });
    await world.setCell(waiting, { status_override: 'missing', ...grade, posts_at: now(1) });
    expect(await answers()).toBe(before);
    await world.setCell(handed, { posted_at: now() });
    await world.setCell(overdue, { posted_at: now() });
    expect(await read(handed)).toMatchObject({ status: 'graded', score: '17', is_late: false });
    expect(await read(overdue)).toMatchObject({ status: 'excused' });
    expect((await todos()).map(({ assignment_id }) => assignment_id)).not.toContain(overdue);
  });

  test('PPL-17 PPL-24 totals are the posted ones, a letter only, or none, as the course says', async () => {
    const row = { ...base, id: newId(), course_id, student_id: student.id, calculated_at: now() };
    const values = { so_far_percent: '55', label: 'F', posted_so_far_percent: '91.25', posted_label: 'A' };
    await build(platform, (tx) =>
      tx
        .insertInto('course_grades')
        .values({ ...row, ...values })
        .execute(),
    );
    const total = async () => {
      const { course: shown } = await student.call(getLearnerCourse, {
        params: { id: student.id, course_id },
      });
      return shown.total && { percent: shown.total.percent, label: shown.total.label };
    };
    expect(await total()).toEqual({ percent: '91.25', label: 'A' });
    await course({ totals_for_students: 'letter_only' });
    expect(await total()).toEqual({ percent: null, label: 'A' });
    await course({ totals_for_students: 'no' });
    expect(await total()).toBeNull();
    await course({});
  });
});

describe('lists', () => {
  test('PPL-10 PPL-06 things to do come overdue first; what was handed in leaves, a revision brings it back', async () => {
    const later = await world.assignment({ title: 'Later', due_in: 600 });
    const overdue = await world.assignment({ title: 'Overdue', due_in: -600 });
    const open = await world.assignment({ title: 'Open', due_in: null });
    const titles = async () => {
      const mine = new Set([later, overdue, open]);
      return (await todos()).filter(({ assignment_id }) => mine.has(assignment_id)).map(({ title }) => title);
    };
    expect(await titles()).toEqual(['Overdue', 'Later', 'Open']);
    await handIn(later);
    expect(await titles()).toEqual(['Overdue', 'Open']);
    await world.setCell(later, { submission_state: 'revision_requested' });
    expect(await titles()).toEqual(['Overdue', 'Later', 'Open']);
  });

  test('PPL-07 what is overdue for more than two weeks is a count, so that it hides nothing', async () => {
    const old = await world.assignment({ title: 'Long ago', due_in: -15 * 24 * 60 });
    const fresh = await world.assignment({ title: 'Yesterday', due_in: -24 * 60 });
    const home = await student.call(getLearnerHome, { params: { id: student.id } });
    const ids = home.to_dos.map(({ assignment_id }) => assignment_id);
    expect([ids.includes(old), ids.includes(fresh), home.older_count]).toEqual([false, true, 1]);
  });

  test('UXP-126 (next due) a course tells what is to be handed in next: not what is overdue, not open yet or handed in', async () => {
    const nextOf = async () => {
      const { data } = await student.call(listLearnerCourses, { params: { id: student.id } });
      return data.find(({ id }) => id === course_id)?.next_due;
    };
    await world.assignment({ title: 'Late already', due_in: -5 });
    await world.assignment({ title: 'Opens first', opens_in: 0.25, due_in: 0.5 });
    const soon = await world.assignment({ title: 'In a minute', due_in: 1 });
    const after = await world.assignment({ title: 'In two minutes', due_in: 2 });
    expect(await nextOf()).toMatchObject({ assignment_id: soon, title: 'In a minute' });
    await handIn(soon);
    expect(await nextOf()).toMatchObject({ assignment_id: after });
  });

  test('PPL-12 courses of a past year and of one to come are apart from those that run', async () => {
    const { data } = await student.call(listLearnerCourses, { params: { id: student.id } });
    expect(data).toMatchObject([{ id: course_id, when: 'current', teachers: [{ id: teacher.id }] }]);
    const ends = (state: 'archived' | 'active') =>
      build(platform, (tx) => tx.updateTable('courses').set({ state }).where('id', '=', course_id).execute());
    await ends('archived');
    const past = await student.call(listLearnerCourses, { params: { id: student.id } });
    expect(past.data).toMatchObject([{ when: 'past' }]);
    expect(await todos()).toEqual([]);
    await ends('active');
  });
});
