import {
  applyEnrollmentPreview,
  createEnrollmentPreview,
  getEnrollmentPreview,
} from '@k12/contracts/teaching/bulk-enrollment';
import { detachEnrollment, updateEnrollment } from '@k12/contracts/teaching/enrollments';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { anAssignment, aTaughtCourse, contextOfTests, enroll } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { followEnrollments } from '../assignment-dates/dates-follow.service.ts';

const settings = { optional_grants: ['teacher:enrollments.manage'] };
const world = await aSchool({}, { settings });
const { admin, tenant, school, server, platform } = world;
const course = await aTaughtCourse(world, { students: [1, 1] });
const [section = '', otherSection = ''] = course.sections;

const pupil = (given: object = {}) =>
  actorOf(server, tenant, { role: 'student', school_ids: [school.id], ...given });
const aTeacher = () => actorOf(server, tenant, { role: 'teacher', school_ids: [school.id] });
const emailOf = (actor: TestActor | undefined) => actor?.person?.email ?? '';

const preview = (actor: TestActor, text: string, more: object = {}, id = section) =>
  actor.send(createEnrollmentPreview, {
    params: { id },
    body: { role: 'student', text, ...more },
  } as never);

const change = (id: string, columns: object) =>
  build(platform, (tx) => tx.updateTable('users').set(columns).where('id', '=', id).execute());

const membersOf = (sectionId: string) =>
  build(platform, (tx) =>
    tx
      .selectFrom('enrollments')
      .select(['user_id', 'role', 'state', 'lock_version', 'source'])
      .where('section_id', '=', sectionId)
      .orderBy('user_id')
      .execute(),
  );

test('TCH-06 a list is for who manages the section alone', async () => {
  const assistant = await aTeacher();
  await enroll(world, section, assistant.id, { role: 'assistant', assistant_rights: ['edit_content'] });
  const limited = await aTeacher();
  await enroll(world, section, limited.id, { role: 'co_teacher', is_limited: true });
  expect((await preview(world.anonymous, 'x')).status).toBe(401);
  expect((await preview(course.students[0] as TestActor, 'x')).status).toBe(403);
  expect((await preview(assistant, 'x')).status).toBe(403);
  expect((await preview(limited, 'x')).status).toBe(201);
  expect((await preview(limited, 'x', {}, otherSection)).status).toBe(403);
  expect((await preview(limited, 'x', { role: 'co_teacher' })).status).toBe(403);
  expect((await preview(await aTeacher(), 'x')).status).toBe(404);
  expect((await preview(world.otherSchoolAdmin, 'x')).status).toBe(404);
  expect((await preview(world.otherTenantAdmin, 'x')).status).toBe(404);
  const own = await preview(course.teacher, 'x');
  const target = { params: { id: own.body.id } };
  for (const other of [limited, world.otherTenantAdmin, admin]) {
    expect((await other.send(getEnrollmentPreview, target)).status).toBe(404);
    expect((await other.send(applyEnrollmentPreview, target)).status).toBe(404);
  }
});

test('TCH-06 each line is told what would become of it, and only the good ones are enrolled, once', async () => {
  const { teacher, students } = course;
  const [fresh, numbered, double, former] = await Promise.all([pupil(), pupil(), pupil(), pupil()]);
  const [suspended, elsewhere] = await Promise.all([
    pupil(),
    actorOf(server, tenant, { role: 'student', school_ids: [world.otherSchool.id] }),
  ]);
  await change(numbered.id, { student_number: 'N-17' });
  await change(double.id, { student_number: 'twice' });
  await change(fresh.id, { username: 'twice', username_normalized: 'twice' });
  await change(suspended.id, { state: 'suspended' });
  await enroll(world, section, former.id, { state: 'withdrawn' });
  const list = [
    emailOf(fresh).toUpperCase(),
    emailOf(students[0]),
    'nobody@example.test',
    'twice',
    emailOf(await aTeacher()),
    emailOf(suspended),
    'n-17',
    emailOf(fresh),
    emailOf(elsewhere),
    emailOf(world.otherTenantTeacher),
    emailOf(former),
    '=cmd|calc!A1',
  ].join('\n');
  const before = await membersOf(section);
  const reply = await preview(teacher, list);
  expect(reply.status).toBe(201);
  expect(reply.body.people.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'will_enroll',
    'already',
    'not_found',
    'ambiguous',
    'wrong_role',
    'inactive_user',
    'will_enroll',
    'already',
    'not_found',
    'not_found',
    'will_enroll',
    'not_found',
  ]);
  expect(reply.body.counts).toMatchObject({ will_enroll: 3, not_found: 4, ambiguous: 1 });
  expect(await membersOf(section)).toEqual(before);

  const target = { params: { id: reply.body.id } };
  const applied = await teacher.call(applyEnrollmentPreview, target);
  expect(applied.enrolled_count).toBe(3);
  expect(applied.skipped).toHaveLength(9);
  expect((await teacher.send(applyEnrollmentPreview, target)).status).toBe(409);
  const after = await membersOf(section);
  const ids = after.filter(({ state, role }) => state === 'active' && role === 'student');
  expect(ids.map(({ user_id }) => user_id).sort()).toEqual(
    [students[0]?.id, fresh.id, numbered.id, former.id].sort(),
  );

  const again = await preview(teacher, list);
  expect(again.body.counts).toMatchObject({ will_enroll: 0, already: 5 });
  await teacher.call(applyEnrollmentPreview, { params: { id: again.body.id } });
  expect(await membersOf(section)).toEqual(after);
  const audited = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select('actor_id')
      .where('action', '=', 'enrollment.bulk_created')
      .execute(),
  );
  expect(audited).toEqual([{ actor_id: teacher.id }]);
});

test('TCH-06 who can no longer be enrolled when the list is applied is left out and named', async () => {
  const [first, second] = await Promise.all([pupil(), pupil()]);
  const reply = await preview(admin, `${emailOf(first)}\n${emailOf(second)}`, {}, otherSection);
  await change(first.id, { state: 'deactivated' });
  const applied = await admin.call(applyEnrollmentPreview, { params: { id: reply.body.id } });
  expect(applied.enrolled_count).toBe(1);
  expect(applied.skipped).toMatchObject([{ line: 1, outcome: 'inactive_user', user_id: first.id }]);
});

test('TCH-06 TCH-11 people whom another system took out are not put in again by a list', async () => {
  const synced = await pupil();
  await enroll(world, section, synced.id, { state: 'withdrawn', managed_by: 'oneroster' });
  const reply = await preview(admin, emailOf(synced));
  expect(reply.body.counts).toMatchObject({ already: 1, will_enroll: 0 });
});

test('TCH-06 a CSV file of 5,000 rows is enrolled at once, and gets the work that is there', async () => {
  const big = await aTaughtCourse(world, { students: [0] });
  const [id = ''] = big.sections;
  const assignment = await anAssignment(world, big.course_id);
  const rows = Array.from({ length: 5_000 }, (_, at) => ({
    tenant_id: tenant.id,
    id: newId(),
    given_name: 'Big',
    family_name: `List ${at}`,
    sort_name: `list ${at}`,
    search_text: `list ${at}`,
    email: `big${at}@example.test`,
    email_normalized: `big${at}@example.test`,
  }));
  await build(platform, async (tx) => {
    for (let at = 0; at < rows.length; at += 1_000) {
      const some = rows.slice(at, at + 1_000);
      await tx.insertInto('users').values(some).execute();
      const own = some.map((row) => ({
        tenant_id: tenant.id,
        id: newId(),
        user_id: row.id,
        school_id: school.id,
      }));
      await tx.insertInto('memberships').values(own).execute();
      const held = own.map((row) => ({ ...row, id: newId(), role_id: tenant.roles.student ?? '' }));
      await tx
        .insertInto('role_assignments')
        .values(held.map((row) => ({ ...row, scope: 'school' as const })))
        .execute();
    }
  });
  const csv = `Email;Name\n${rows.map(({ email }) => `${email};"Big, List"`).join('\n')}`;
  const content_base64 = Buffer.from(csv).toString('base64');
  const reply = await preview(big.teacher, '', { text: undefined, content_base64 }, id);
  expect(reply.body.counts).toMatchObject({ will_enroll: 5_000 });
  const applied = await big.teacher.call(applyEnrollmentPreview, { params: { id: reply.body.id } });
  expect(applied.enrolled_count).toBe(5_000);
  const members = await membersOf(id);
  expect(members.filter(({ source }) => source === 'csv')).toHaveLength(5_000);
  const context = contextOfTests(world);
  await context.withTenant((tx) => followEnrollments(tx, context, big.course_id));
  const { count } = await build(platform, (tx) =>
    tx
      .selectFrom('student_work')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('assignment_id', '=', assignment)
      .executeTakeFirstOrThrow(),
  );
  expect(Number(count)).toBe(5_000);
}, 60_000);

test.each([
  ['neither text nor file', { text: undefined }, 422],
  ['both', { content_base64: 'YQ==' }, 422],
  ['a file that is a picture', { text: undefined, content_base64: 'iVBORw0KGgoAAAANSUhEUg==' }, 422],
  ['a quotation mark that never closes', { text: undefined, content_base64: 'ZW1haWwKImE=' }, 422],
])('TCH-06 %s is refused', async (_what, more, status) => {
  expect((await preview(admin, 'x', more)).status).toBe(status);
});

test('TCH-11 an enrollment that a source keeps is changed by hand only after it was detached', async () => {
  const synced = await pupil();
  const id = await enroll(world, section, synced.id, { managed_by: 'sis' });
  const body = { state: 'withdrawn' as const, lock_version: 0 };
  const refused = await admin.send(updateEnrollment, { params: { id }, body });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'managed_by_sync', context: { managed_by: 'sis' } });
  const detach = { params: { id }, body: { lock_version: 0 } };
  expect((await synced.send(detachEnrollment, detach)).status).toBe(403);
  expect((await world.otherTenantAdmin.send(detachEnrollment, detach)).status).toBe(404);
  const free = await admin.call(detachEnrollment, detach);
  expect(free).toMatchObject({ managed_by: null, can: { update: true, detach: false } });
  const done = await admin.call(updateEnrollment, {
    params: { id },
    body: { ...body, lock_version: free.lock_version },
  });
  expect(done.state).toBe('withdrawn');
});

test('TCH-06 people are chosen one by one too: each once, none of another school', async () => {
  const [first, second] = [await pupil(), await pupil()];
  const stranger = await actorOf(server, tenant, { role: 'student', school_ids: [world.otherSchool.id] });
  const user_ids = [first.id, second.id, first.id, stranger.id];
  const made = await preview(admin, emailOf(second), { user_ids });
  const people = made.body.people as { user_id: string | null; outcome: string }[];
  expect(people.map(({ user_id, outcome }) => [user_id, outcome])).toEqual([
    [second.id, 'will_enroll'],
    [first.id, 'will_enroll'],
    [second.id, 'already'],
    [null, 'not_found'],
  ]);
  const applied = await admin.call(applyEnrollmentPreview, { params: { id: made.body.id } });
  expect(applied.enrolled_count).toBe(2);
});
