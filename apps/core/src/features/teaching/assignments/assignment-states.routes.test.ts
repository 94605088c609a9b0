import {
  closeAssignment,
  createAssignment,
  deleteAssignment,
  duplicateAssignment,
  getAssignment,
  getPublishChecks,
  listAssignments,
  publishAssignment,
  restoreAssignment,
  unpublishAssignment,
  updateAssignment,
} from '@k12/contracts/teaching/assignments';
import { batchAssignments } from '@k12/contracts/teaching/assignments-batch';
import { shiftCourseDates } from '@k12/contracts/teaching/course-copy';
import { listEnrollments, updateEnrollment } from '@k12/contracts/teaching/enrollments';
import { newId } from '@k12/db';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { activeYear, insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, contextOfTests, enroll } from '../../../test/records.teaching.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { publishScheduled, tenantsWithDueAssignments } from './scheduled.service.ts';

const world = await aSchool();
const { teacher, clock } = world;
const { course_id, students } = await aTaughtCourse(world, { students: [3] });
const inCourse = { params: { id: course_id } };
const [first] = students;
const studentId = first?.person?.id ?? '';
const due = now(world, 3);

function stateOf(id: string) {
  return teacher.call(getAssignment, { params: { id } }).then(({ state }) => state);
}

async function grade(assignment_id: string, entry: string) {
  const context = contextOfTests(world);
  const course = await build(world.platform, (tx) =>
    tx.selectFrom('courses').selectAll().where('id', '=', course_id).executeTakeFirstOrThrow(),
  );
  const cells = [{ assignment_id, student_id: studentId, grade_version: null, entry }];
  await context.withTenant((tx) => writeGrades(tx, context, { course, source: 'typed', cells }));
}

function cellOf(assignment_id: string) {
  return build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .selectAll()
      .where('assignment_id', '=', assignment_id)
      .where('student_id', '=', studentId)
      .executeTakeFirstOrThrow(),
  );
}

test('TCH-29 blockers answer 422, warnings can be accepted', async () => {
  const { id } = await teacher.call(createAssignment, {
    ...inCourse,
    body: { title: 'No points', points_possible: '0' },
  });
  const { data } = await teacher.call(getPublishChecks, { params: { id } });
  expect(data.map(({ code, level }) => `${level} ${code}`)).toEqual([
    'blocker no_points',
    'warning no_due_date',
  ]);
  const blocked = await teacher.send(publishAssignment, { params: { id }, body: { accept_warnings: true } });
  expect([blocked.status, blocked.body.code, blocked.body.errors[0].pointer]).toEqual([
    422,
    'assignment.not_ready',
    '/points_possible',
  ]);
  await teacher.call(updateAssignment, { params: { id }, body: { points_possible: '10', lock_version: 0 } });
  const warned = await teacher.send(publishAssignment, { params: { id }, body: {} });
  expect([warned.status, warned.body.code]).toEqual([409, 'assignment.warnings']);
  await teacher.call(publishAssignment, { params: { id }, body: { accept_warnings: true } });
  expect(await stateOf(id)).toBe('published');
});

test('TCH-29 a weighted course wants a category', async () => {
  const weighted = await aTaughtCourse(world);
  await build(world.platform, (tx) =>
    tx
      .updateTable('courses')
      .set({ settings: JSON.stringify({ calculation: 'weighted' }) })
      .where('id', '=', weighted.course_id)
      .execute(),
  );
  const id = await anAssignment(world, weighted.course_id, { state: 'draft', due_at: due });
  const reply = await teacher.send(publishAssignment, { params: { id }, body: {} });
  expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'no_category']);
});

test('TCH-20 what is scheduled is published at its time, once, and by nobody before', async () => {
  const id = await anAssignment(world, course_id, { state: 'draft', due_at: due });
  const publish_at = new Date(clock.now().getTime() + 3_600_000).toISOString();
  await teacher.call(publishAssignment, { params: { id }, body: { publish_at } });
  expect(await stateOf(id)).toBe('scheduled');
  const context = contextOfTests(world);
  await publishScheduled(context);
  expect(await stateOf(id)).toBe('scheduled');
  clock.advance({ minutes: 61 });
  expect(await tenantsWithDueAssignments(world.platform)).toEqual([world.tenant.id]);
  await Promise.all([publishScheduled(context), publishScheduled(context)]);
  expect(await stateOf(id)).toBe('published');
  const news = await build(world.platform, (tx) =>
    tx.selectFrom('domain_events').select('payload').where('name', '=', 'assignment.published').execute(),
  );
  expect(news.filter(({ payload }) => JSON.stringify(payload).includes(id))).toHaveLength(1);
});

test('TCH-37 closing takes nothing in, reopening tells those assigned once', async () => {
  const id = await anAssignment(world, course_id, { due_at: due });
  expect((await teacher.call(closeAssignment, { params: { id } })).state).toBe('closed');
  expect((await teacher.send(closeAssignment, { params: { id } })).body.code).toBe('invalid_transition');
  await teacher.call(publishAssignment, { params: { id }, body: {} });
  const told = await build(world.platform, (tx) =>
    tx.selectFrom('notifications').select(['kind', 'user_id']).where('subject_id', '=', id).execute(),
  );
  expect(told.map(({ kind }) => kind)).toEqual([
    'assignment.reopened',
    'assignment.reopened',
    'assignment.reopened',
  ]);
});

test('TCH-45 deleting with grades names what it touches; restoring within 30 days brings all of it back', async () => {
  const id = await anAssignment(world, course_id, { due_at: due });
  await grade(id, '80');
  const before = await cellOf(id);
  const asked = await teacher.send(deleteAssignment, { params: { id }, query: {} as never });
  expect([asked.status, asked.body.code, asked.body.context]).toEqual([
    409,
    'assignment.has_grades',
    { students_with_work: 0, students_with_grades: 1, totals_affected: 1 },
  ]);
  const place = (await teacher.call(getAssignment, { params: { id } })).position;
  await teacher.call(deleteAssignment, { params: { id }, query: { confirm: true } as never });
  const bin = await teacher.call(listAssignments, { ...inCourse, query: { state: 'deleted' } as never });
  expect(bin.data.map((one) => one.id)).toEqual([id]);
  const restored = await teacher.call(restoreAssignment, { params: { id } });
  expect(restored).toMatchObject({ state: 'published', position: place, graded_count: 1 });
  expect(await cellOf(id)).toMatchObject({
    entry: '80',
    grade_version: before.grade_version,
    due_at: before.due_at,
  });
  await teacher.call(deleteAssignment, { params: { id }, query: { confirm: true } as never });
  await build(world.platform, (tx) =>
    tx
      .updateTable('assignments')
      .set({ deleted_at: now(world, -31) })
      .where('id', '=', id)
      .execute(),
  );
  expect((await teacher.send(restoreAssignment, { params: { id } })).status).toBe(410);
});

test('TCH-44 points change after grading asks, then keeps or scales the scores', async () => {
  const id = await anAssignment(world, course_id, { due_at: due, points_possible: '20' });
  await grade(id, '15');
  const { lock_version } = await teacher.call(getAssignment, { params: { id } });
  const asked = await teacher.send(updateAssignment, {
    params: { id },
    body: { points_possible: '30', lock_version },
  });
  expect([asked.status, asked.body.code, asked.body.context.totals_affected]).toEqual([
    409,
    'assignment.scores_choice',
    1,
  ]);
  await teacher.call(updateAssignment, {
    params: { id },
    body: { points_possible: '30', scores: 'scale', lock_version },
  });
  expect(Number((await cellOf(id)).effective_score)).toBe(22.5);
  const kept = await teacher.call(updateAssignment, {
    params: { id },
    body: { points_possible: '40', scores: 'keep', lock_version: lock_version + 1 },
  });
  expect([kept.points_possible, Number((await cellOf(id)).effective_score)]).toEqual(['40.00', 22.5]);
});

test('TCH-49 one act on many lists each success and each refusal with its reason', async () => {
  const ready = await anAssignment(world, course_id, { state: 'draft', due_at: due });
  const blocked = await anAssignment(world, course_id, { state: 'draft', due_at: due, points_possible: '0' });
  const elsewhere = await anAssignment(world, (await aTaughtCourse(world)).course_id);
  const reply = await teacher.call(batchAssignments, {
    ...inCourse,
    body: { action: 'publish', assignment_ids: [ready, blocked, elsewhere], accept_warnings: false },
  });
  expect(reply.results.map(({ status, code }) => code ?? status)).toEqual(['done', 'no_points', 'not_found']);
  expect([await stateOf(ready), await stateOf(blocked)]).toEqual(['published', 'draft']);
  const shifted = await teacher.call(batchAssignments, {
    ...inCourse,
    body: { action: 'shift_dates', assignment_ids: [ready], school_days: 5, dry_run: true },
  });
  const [{ due_before, due_after } = { due_before: null, due_after: null }] = shifted.results;
  expect(Date.parse(due_after ?? '')).toBeGreaterThan(Date.parse(due_before ?? ''));
  expect((await cellOf(ready)).due_at).toBe(due_before);
});

test('TCH-03 TCH-49 an assignment goes where its whole course would, from a weekend too, and never out of the year', async () => {
  const title = 'Due on a Saturday';
  const id = await anAssignment(world, course_id, { title, due_at: '2026-11-21T18:00:00.000Z' });
  const shift = async (school_days: number) => {
    const body = { action: 'shift_dates' as const, assignment_ids: [id], school_days, dry_run: true };
    return (await teacher.call(batchAssignments, { ...inCourse, body })).results[0];
  };
  for (const [by, due_after] of [
    [1, '2026-11-23T18:00:00.000Z'],
    [-1, '2026-11-20T18:00:00.000Z'],
  ] as const) {
    const body = { school_days: by, preview: true };
    const { dates } = await teacher.call(shiftCourseDates, { ...inCourse, body });
    const ofCourse = dates.find((date) => date.title === title && date.field === 'due_at')?.after;
    expect([(await shift(by))?.due_after, ofCourse]).toEqual([due_after, due_after]);
  }
  expect(await shift(200)).toMatchObject({ status: 'refused', code: 'outside_year', due_after: null });
});

test('TCH-45 a copy has everything written, and no work', async () => {
  const id = await anAssignment(world, course_id, { due_at: due, kind: 'lab', points_possible: '12.5' });
  await grade(id, '10');
  const copy = await teacher.call(duplicateAssignment, { params: { id }, body: { title: 'Again' } });
  expect(copy).toMatchObject({
    title: 'Again',
    state: 'draft',
    kind: 'lab',
    points_possible: '12.50',
    graded_count: 0,
  });
  expect(Date.parse(copy.everyone?.due_at ?? '')).toBe(Date.parse(due));
});

test('TCH-29 a published assignment becomes a draft again only while nobody has worked on it', async () => {
  const id = await anAssignment(world, course_id, { due_at: due });
  await grade(id, '10');
  expect((await teacher.send(unpublishAssignment, { params: { id } })).body.code).toBe(
    'assignment.received_work',
  );
  const untouched = await anAssignment(world, course_id, { due_at: due });
  expect((await teacher.call(unpublishAssignment, { params: { id: untouched } })).assigned_count).toBe(0);
});

test('TCH-29 work handed in while its assignment becomes a draft stays, and so does the assignment', async () => {
  const id = await anAssignment(world, course_id, { due_at: due });
  const isWaiting = async () => {
    const { rows } = await build(world.platform, (tx) =>
      sql<{ count: number }>`select count(*)::int as count from pg_locks where not granted`.execute(tx),
    );
    return (rows[0]?.count ?? 0) > 0;
  };
  const reply = await build(world.platform, async (tx) => {
    const handedIn = { submission_state: 'submitted' as const, attempts_count: 1 };
    await tx.updateTable('student_work').set(handedIn).where('assignment_id', '=', id).execute();
    const asked = teacher.send(unpublishAssignment, { params: { id } });
    while (!(await isWaiting()));
    return { asked };
  });
  expect((await reply.asked).body.code).toBe('assignment.received_work');
});

test('TCH-12 TCH-13 a limited co-teacher counts own students only, and an assistant needs each right', async () => {
  const other = await aTaughtCourse(world, { students: [2, 1] });
  const id = await anAssignment(world, other.course_id, { due_at: due });
  const ofSchool = { role: 'teacher', school_ids: [world.school.id] };
  const limited = await actorOf(world.server, world.tenant, ofSchool);
  const place = { role: 'co_teacher', is_limited: true };
  await enroll(world, other.sections[1] ?? '', limited.person?.id ?? '', place);
  expect((await limited.call(getAssignment, { params: { id } })).assigned_count).toBe(1);
  expect((await teacher.call(getAssignment, { params: { id } })).assigned_count).toBe(3);
  expect((await world.lead.call(getAssignment, { params: { id } })).assigned_count).toBe(3);
  const assistant = await actorOf(world.server, world.tenant, ofSchool);
  await enroll(world, other.sections[0] ?? '', assistant.person?.id ?? '', { role: 'assistant' });
  const shown = await assistant.call(getAssignment, { params: { id } });
  expect(shown.can.update).toBe(false);
  const { data } = await world.admin.call(listEnrollments, {
    query: { course_id: other.course_id, role: 'assistant' },
  } as never);
  const [enrollment] = data;
  expect(enrollment?.assistant_rights).toEqual(['attendance', 'see_grades', 'enter_grades', 'comment']);
  const refused = await assistant.send(updateAssignment, {
    params: { id },
    body: { title: 'Mine', lock_version: 0 },
  });
  expect(refused.status).toBe(403);
  await world.admin.call(updateEnrollment, {
    params: { id: enrollment?.id ?? '' },
    body: { assistant_rights: ['see_grades', 'edit_content'], lock_version: enrollment?.lock_version ?? 0 },
  });
  expect((await assistant.call(getAssignment, { params: { id } })).can.update).toBe(true);
});

test('TCH-121 grades of a locked period hold their assignment', async () => {
  const id = await anAssignment(world, course_id, { due_at: now(world) });
  await grade(id, '10');
  await insert(world, 'grading_periods', {
    id: newId(),
    school_id: world.school.id,
    academic_year_id: await activeYear(world),
    name: 'Quarter',
    starts_on: now(world, -1).slice(0, 10),
    ends_on: now(world, 1).slice(0, 10),
    state: 'locked',
    created_at: now(world),
    updated_at: now(world),
  });
  const reply = await teacher.send(deleteAssignment, { params: { id }, query: { confirm: true } as never });
  expect([reply.status, reply.body.code]).toEqual([409, 'period_locked']);
});
