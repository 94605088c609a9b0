import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  getDifferences,
  getReceipt,
  getSubmittedFile,
  grantAttempts,
  grantAttemptsToMany,
  requestRevision,
  submitOnBehalf,
} from '@k12/contracts/teaching/submission-actions';
import {
  getMySubmission,
  putMyDraft,
  type Receipt,
  submitMyWork,
  unsubmitMyWork,
} from '@k12/contracts/teaching/submissions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aWorkingCourse, wholeSecond, words } from '../../../test/a-working-course.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { aPdf, uploadWork } from '../../../test/upload-parts.ts';

const world = await aWorkingCourse({ STORAGE_DIR: join(tmpdir(), `homeroom-actions-${newId()}`) });
const { anonymous, teacher, student, classmate, stranger, guardian, otherTenantTeacher, clock, platform } =
  world;
const otherTeacher = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});
const outsiders = [classmate, stranger, otherTeacher, otherTenantTeacher];

const mine = (id: string, actor: TestActor = student) => actor.call(getMySubmission, { params: { id } });

async function handIn(
  id: string,
  text: string,
  actor: TestActor = student,
  file_ids: string[] = [],
): Promise<Receipt> {
  const { draft } = await mine(id, actor);
  const body = { body: words(text), file_ids, links: [], draft_version: draft.version };
  return actor.call(submitMyWork, { params: { id }, body });
}

describe('receipts and texts', () => {
  test('TCH-54 TCH-64 a code opens for its student and the staff of the course, and is no code for others', async () => {
    const id = await world.assignment();
    const receipt = await handIn(id, 'Heat moves');
    const params = { code: receipt.code };
    expect((await anonymous.send(getReceipt, { params })).status).toBe(401);
    for (const actor of outsiders) expect((await actor.send(getReceipt, { params })).status).toBe(404);
    expect(await student.call(getReceipt, { params })).toEqual(receipt);
    expect(await teacher.call(getReceipt, { params: { code: receipt.code.toLowerCase() } })).toEqual(receipt);
    expect((await teacher.send(getReceipt, { params: { code: 'AAAA-BBBB-CCCC' } })).status).toBe(404);
  });

  test('TCH-54 (staff) a receipt of anonymous work names nobody until the names are lifted', async () => {
    const id = await world.assignment({ is_anonymous: true });
    const receipt = await handIn(id, 'Heat moves');
    const seen = await teacher.call(getReceipt, { params: { code: receipt.code } });
    expect([seen.student, JSON.stringify(seen).includes(student.id)]).toEqual([null, false]);
  });

  test('TCH-57 differences between two texts are shown, to the letter; others see neither', async () => {
    const id = await world.assignment({ attempts_allowed: 3 });
    const { submission_id } = await handIn(id, 'Heat moves to cold things.');
    await handIn(id, 'Heat always moves to cold things.');
    const request = { params: { id: submission_id }, query: { from: 1, to: 2 } };
    for (const actor of [student, teacher]) {
      const { runs } = await actor.call(getDifferences, request);
      expect(runs.filter(({ status }) => status === 'added').map(({ text }) => text.trim())).toEqual([
        'always',
      ]);
      const before = runs.filter(({ status }) => status !== 'added').map(({ text }) => text);
      expect(before.join('')).toBe('Heat moves to cold things.');
    }
    for (const actor of outsiders) expect((await actor.send(getDifferences, request)).status).toBe(404);
    const none = { params: { id: submission_id }, query: { from: 1, to: 9 } };
    expect((await student.send(getDifferences, none)).status).toBe(404);
  });

  test('TCH-64 a file opens for its student alone, and for nobody once they left the course', async () => {
    const id = await world.assignment();
    const leaver = await actorOf(world.server, world.tenant, {
      role: 'student',
      school_ids: [world.school.id],
    });
    const enrollment = await world.enroll(leaver);
    const own = await world.assignment({ students: [leaver] });
    const upload = await uploadWork(leaver, own);
    const { submission_id } = await handIn(own, 'See the file', leaver, [upload.file?.file_id ?? '']);
    const path = `/submissions/${submission_id}/files/${upload.file?.file_id}`;
    const opened = await leaver.fetch('GET', path);
    expect([opened.status, opened.body]).toEqual([200, aPdf().toString()]);
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment/);
    for (const actor of [student, ...outsiders]) expect((await actor.fetch('GET', path)).status).toBe(404);
    const theirs = await handIn(id, 'Mine');
    const params = { id: theirs.submission_id, file_id: upload.file?.file_id ?? '' };
    expect((await student.send(getSubmittedFile, { params })).status).toBe(404);
    await build(platform, (tx) =>
      tx.updateTable('enrollments').set({ state: 'withdrawn' }).where('id', '=', enrollment).execute(),
    );
    expect((await leaver.fetch('GET', path)).status).toBe(404);
    expect((await leaver.send(getMySubmission, { params: { id: own } })).status).toBe(404);
  });

  test('TCH-64 a guardian reads the receipt of the own child and of no other', async () => {
    const id = await world.assignment();
    const receipt = await handIn(id, 'Heat');
    const params = { code: receipt.code };
    expect((await guardian.send(getReceipt, { params })).status).toBe(404);
    await build(platform, (tx) =>
      tx
        .insertInto('guardian_links')
        .values({
          ...{ tenant_id: world.tenant.id, id: newId(), guardian_id: guardian.id, student_id: student.id },
          state: 'active',
          confirmed_at: clock.now().toISOString(),
        })
        .execute(),
    );
    expect((await guardian.send(getReceipt, { params })).status).toBe(200);
    const other = await handIn(id, 'Heat', classmate);
    expect((await guardian.send(getReceipt, { params: { code: other.code } })).status).toBe(404);
    expect((await guardian.send(submitMyWork, { params: { id }, body: {} as never })).status).toBe(403);
  });
});

describe('attempts and revisions', () => {
  test('TCH-56 staff grant more attempts to one and to many; others may not', async () => {
    const id = await world.assignment();
    const { submission_id } = await handIn(id, 'Once');
    const one = { params: { id: submission_id }, body: { count: 2 } };
    expect((await student.send(grantAttempts, one)).status).toBe(403);
    for (const actor of [otherTeacher, otherTenantTeacher])
      expect((await actor.send(grantAttempts, one)).status).toBe(404);
    expect((await mine(id)).blocked_by).toBe('no_attempts_left');
    expect(await teacher.call(grantAttempts, one)).toMatchObject({ attempts_left: 2, extra_attempts: 2 });
    const many = (student_ids: string[]) => ({ params: { id }, body: { student_ids, count: 1 } });
    await teacher.call(grantAttemptsToMany, many([student.id, classmate.id]));
    expect([(await mine(id)).attempts_left, (await mine(id, classmate)).attempts_left]).toEqual([3, 2]);
    const unknown = await teacher.send(grantAttemptsToMany, many([student.id, stranger.id]));
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/student_ids/1']);
    expect((await mine(id)).attempts_left).toBe(3);
  });

  test('TCH-56 a revision returns the work with a note, opens it again although it ended, and comes back', async () => {
    const id = await world.assignment();
    const { submission_id } = await handIn(id, 'First');
    await world.setCell(id, { available_until_at: new Date(clock.now().getTime() - 60_000).toISOString() });
    const due_at = wholeSecond(clock.now().getTime() + 86_400_000);
    const request = { params: { id: submission_id }, body: { note: 'Say why', due_at } };
    expect((await student.send(requestRevision, request)).status).toBe(403);
    await teacher.call(requestRevision, request);
    expect(await mine(id)).toMatchObject({
      ...{ state: 'revision_requested', blocked_by: null, attempts_left: 1, can: { submit: true } },
      revision: { note: 'Say why', due_at },
    });
    expect(await world.cell(id)).toMatchObject({
      submission_state: 'revision_requested',
      has_new_work: false,
    });
    const again = await handIn(id, 'Second, because');
    expect(again.attempt_number).toBe(2);
    expect(await mine(id)).toMatchObject({ state: 'submitted', revision: null });
    expect(await world.cell(id)).toMatchObject({ has_new_work: true, late_seconds: 0 });
    const notes = await build(platform, (tx) =>
      tx.selectFrom('notifications').selectAll().where('subject_id', '=', id).execute(),
    );
    expect(notes.map(({ kind }) => kind)).toContain('submission.revision_requested');
    expect(JSON.stringify(notes)).not.toContain('Say why');
  });
});

describe('for a student', () => {
  test('TCH-63 staff hand in a scan with a time and a reason, marked as such; the draft stays', async () => {
    const id = await world.assignment({ submission_types: ['paper'] });
    const upload = await uploadWork(teacher, id, 'scan.pdf');
    const official_at = wholeSecond(clock.now().getTime() - 3_600_000);
    const content = { body: null, links: [], file_ids: [upload.file?.file_id ?? ''] };
    const body = { ...content, student_id: student.id, official_at, reason: 'Handed to me on paper' };
    const send = (actor: TestActor, changes = {}) =>
      actor.send(submitOnBehalf, { params: { id }, body: { ...body, ...changes } });
    expect((await send(student)).status).toBe(403);
    expect((await send(otherTeacher)).status).toBe(404);
    expect((await send(teacher, { student_id: stranger.id })).body.errors[0].pointer).toBe('/student_id');
    const future = new Date(clock.now().getTime() + 3_600_000).toISOString();
    expect((await send(teacher, { official_at: future })).body.errors[0].code).toBe('in_the_future');
    const receipt = await send(teacher);
    expect(receipt.body).toMatchObject({
      official_at,
      on_time_because: 'chosen_by_staff',
      student: { id: student.id },
    });
    const [attempt] = (await mine(id)).attempts;
    expect(attempt).toMatchObject({
      is_on_behalf: true,
      submitted_by: { id: teacher.id },
      files: [{ name: 'scan.pdf' }],
    });
    expect(JSON.stringify(attempt)).not.toContain('on paper');
    const path = `/submissions/${receipt.body.submission_id}/files/${upload.file?.file_id}`;
    expect((await student.fetch('GET', path)).status).toBe(200);
    const audit = await build(platform, (tx) =>
      tx.selectFrom('audit_events').selectAll().where('action', '=', 'submission.made_on_behalf').execute(),
    );
    expect(audit).toMatchObject([{ reason: 'Handed to me on paper', actor_id: teacher.id }]);
  });
});

describe('groups', () => {
  test('TCH-46 TCH-64 PPL-16 any member hands in for all, each sees who did and who edited; other groups see nothing', async () => {
    const other = await actorOf(world.server, world.tenant, {
      role: 'student',
      school_ids: [world.school.id],
    });
    await world.enroll(other);
    const { set } = await world.group(null, [student, classmate]);
    await world.group(set, [other]);
    const id = await world.assignment({ group_set_id: set, students: [student, classmate, other] });
    const draft = { body: words('We think'), file_ids: [], links: [], draft_version: 0 };
    await classmate.call(putMyDraft, { params: { id }, body: draft });
    expect((await mine(id)).draft).toMatchObject({ version: 1, edited_by: { id: classmate.id } });
    const receipt = await handIn(id, 'We think that heat moves');
    const theirs = await mine(id, classmate);
    expect(theirs).toMatchObject({
      ...{ state: 'submitted', attempts_left: 0, attempts: [{ submitted_by: { id: student.id } }] },
    });
    const members = theirs.group?.members.map((member) => member.id).sort();
    expect(members).toEqual([student.id, classmate.id].sort());
    expect((await world.cell(id, classmate)).submission_id).toBe(receipt.submission_id);
    expect(await mine(id, other)).toMatchObject({
      state: 'not_started',
      attempts: [],
      draft: { body: null },
    });
    const request = { params: { id: receipt.submission_id }, query: { from: 1, to: 1 } };
    expect((await other.send(getDifferences, request)).status).toBe(404);
    expect((await other.send(getReceipt, { params: { code: receipt.code } })).status).toBe(404);
    expect((await classmate.send(getReceipt, { params: { code: receipt.code } })).status).toBe(200);
    // Extra time of one is nothing for the others to read (TCH-64).
    const due = new Date(clock.now().getTime() + 5 * 86_400_000).toISOString();
    await world.setCell(id, { due_at: due }, classmate);
    const receiptOf = (actor: TestActor) => actor.call(getReceipt, { params: { code: receipt.code } });
    expect(await receiptOf(classmate)).toMatchObject({ student: { id: classmate.id } });
    expect(await receiptOf(student)).toMatchObject({ student: { id: student.id }, due_at: receipt.due_at });
    expect(Date.parse((await receiptOf(classmate)).due_at ?? '')).toBe(Date.parse(due));
    await build(platform, (tx) =>
      tx
        .updateTable('group_members')
        .set({ left_at: clock.now().toISOString() })
        .where('student_id', '=', classmate.id)
        .execute(),
    );
    expect((await classmate.send(getReceipt, { params: { code: receipt.code } })).status).toBe(404);
    expect((await mine(id, classmate)).attempts).toEqual([]);
  });

  test('TCH-46 two members who hand in at once make one attempt each only if both are allowed', async () => {
    const { set } = await world.group(null, [student]);
    await build(platform, async (tx) => {
      const team = await tx
        .selectFrom('student_groups')
        .select(['id', 'tenant_id'])
        .where('group_set_id', '=', set)
        .executeTakeFirstOrThrow();
      const member = { group_set_id: set, group_id: team.id, student_id: classmate.id };
      const row = { tenant_id: team.tenant_id, id: newId(), ...member, joined_at: clock.now().toISOString() };
      await tx.insertInto('group_members').values(row).execute();
    });
    const id = await world.assignment({ group_set_id: set });
    const body = { body: words('Ours'), file_ids: [], links: [], draft_version: 0 };
    const replies = await Promise.all(
      [student, classmate].map((actor) => actor.send(submitMyWork, { params: { id }, body })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const taken = await Promise.all(
      [student, classmate].map((actor) => actor.send(unsubmitMyWork, { params: { id } })),
    );
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
