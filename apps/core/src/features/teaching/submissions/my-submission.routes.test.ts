import {
  getMySubmission,
  putMyDraft,
  submitMyWork,
  unsubmitMyWork,
} from '@k12/contracts/teaching/submissions';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aWorkingCourse, wholeSecond, words } from '../../../test/a-working-course.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aWorkingCourse();
const { anonymous, teacher, student, classmate, stranger, otherTenantTeacher, clock, platform } = world;

const content = (text: string, draft_version = 0) => ({
  body: words(text),
  file_ids: [],
  links: [],
  draft_version,
});
const mine = (id: string, actor: TestActor = student) => actor.call(getMySubmission, { params: { id } });
const save = (id: string, text: string, draft_version = 0, actor: TestActor = student) =>
  actor.send(putMyDraft, { params: { id }, body: content(text, draft_version) });
const submit = (
  id: string,
  text: string,
  draft_version = 0,
  key: string = newId(),
  actor: TestActor = student,
) =>
  actor.send(
    submitMyWork,
    { params: { id }, body: content(text, draft_version) },
    { 'idempotency-key': key },
  );

describe('who', () => {
  test('TCH-16 401, 403 for staff, 404 for whoever is not assigned, for drafts, schedules and other tenants', async () => {
    const id = await world.assignment();
    expect((await anonymous.send(getMySubmission, { params: { id } })).status).toBe(401);
    expect((await teacher.send(getMySubmission, { params: { id } })).status).toBe(403);
    expect((await otherTenantTeacher.send(getMySubmission, { params: { id } })).status).toBe(403);
    expect((await stranger.send(getMySubmission, { params: { id } })).status).toBe(404);
    expect((await submit(id, 'x', 0, newId(), stranger)).status).toBe(404);
    for (const state of ['draft', 'scheduled'] as const) {
      const hidden = await world.assignment({ state });
      expect((await student.send(getMySubmission, { params: { id: hidden } })).status).toBe(404);
      expect((await save(hidden, 'x')).status).toBe(404);
    }
    const forOthers = await world.assignment({ students: [classmate] });
    expect((await student.send(getMySubmission, { params: { id: forOthers } })).status).toBe(404);
  });

  test('TCH-37 nothing goes in before it opens, after it ends or once closed', async () => {
    const early = await world.assignment({ opens_in: 60 });
    expect((await mine(early)).blocked_by).toBe('not_yet_available');
    const codes = async (id: string) => [(await save(id, 'x')).body.code, (await submit(id, 'x')).body.code];
    expect(await codes(early)).toEqual(['not_yet_available', 'not_yet_available']);
    expect(await codes(await world.assignment({ due_in: -120, until_in: -60 }))).toEqual([
      'closed',
      'closed',
    ]);
    expect(await codes(await world.assignment({ state: 'closed' }))).toEqual(['closed', 'closed']);
    expect(await codes(await world.assignment({ submission_types: ['paper'] }))).toEqual([
      'conflict',
      'conflict',
    ]);
  });
});

describe('the draft', () => {
  test('TCH-50 is saved with a version and found again; the cell of the gradebook says that work has begun', async () => {
    const id = await world.assignment();
    expect(await mine(id)).toMatchObject({ state: 'not_started', draft: { version: 0, body: null } });
    const saved = await save(id, 'Heat moves.');
    expect([saved.status, saved.body]).toMatchObject([200, { version: 1, edited_by: { id: student.id } }]);
    expect(await mine(id)).toMatchObject({
      state: 'draft',
      draft: { version: 1, body: words('Heat moves.') },
    });
    expect((await mine(id, classmate)).draft).toMatchObject({ version: 0, body: null });
  });

  test('TCH-50 changed on two devices: the second hears of the first and loses nothing; the same words again are fine', async () => {
    const id = await world.assignment();
    await save(id, 'From the phone');
    const late = await save(id, 'From the laptop');
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict']);
    expect(late.body.current).toMatchObject({ version: 1, body: words('From the phone') });
    expect((await save(id, 'From the phone')).body).toMatchObject({ version: 1 });
    expect((await save(id, 'Both', 1)).body).toMatchObject({ version: 2, body: words('Both') });
  });

  test('TCH-50 what is no text of the editor is refused, and the words that were there stay', async () => {
    const id = await world.assignment();
    await save(id, 'My own words');
    const paragraph = (content: unknown) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
    for (const body of [{ a: 1 }, { type: 'doc', content: 'x' }, paragraph([{ type: 'text', text: 5 }])]) {
      const reply = await student.send(putMyDraft, { params: { id }, body: { ...content('', 1), body } });
      expect([reply.status, reply.body.errors?.[0]?.pointer]).toEqual([422, '/body']);
      const sent = await student.send(
        submitMyWork,
        { params: { id }, body: { ...content('', 1), body } },
        { 'idempotency-key': newId() },
      );
      expect(sent.status).toBe(422);
    }
    expect((await mine(id)).draft).toMatchObject({ version: 1, body: words('My own words') });
  });

  test('TCH-50 a list in a list in a list is kept, however deep the hand went', async () => {
    const id = await world.assignment();
    let list: object = { type: 'paragraph', content: [{ type: 'text', text: 'deep down' }] };
    for (let level = 0; level < 12; level++)
      list = { type: 'bulletList', content: [{ type: 'listItem', content: [list] }] };
    const body = { ...content('', 0), body: { type: 'doc', content: [list] } };
    const saved = await student.send(putMyDraft, { params: { id }, body });
    expect(saved.status).toBe(200);
    expect(JSON.stringify(saved.body.body)).toContain('deep down');
  });

  test('TCH-62 only web addresses are links, without a name or password in them', async () => {
    const id = await world.assignment();
    for (const link of [
      'javascript:alert(1)',
      'ftp://x.example/a',
      'https://me:secret@x.example/',
      'x.example',
    ]) {
      const body = { ...content('x'), links: [link] };
      const reply = await student.send(putMyDraft, { params: { id }, body });
      expect([reply.status, reply.body.errors?.[0].pointer]).toEqual([422, '/links/0']);
    }
    const body = { ...content('x'), links: ['https://museum.example/heat'] };
    const saved = await student.call(putMyDraft, { params: { id }, body });
    expect(saved.links).toEqual([{ url: 'https://museum.example/heat', host: 'museum.example' }]);
  });

  test('TCH-50 what this kind of work does not take is refused by name; scripts do not survive', async () => {
    const onlyLinks = await world.assignment({ submission_types: ['link'] });
    const refused = await save(onlyLinks, 'Some text');
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/body']);
    const id = await world.assignment();
    const hostile = {
      type: 'doc',
      content: [{ type: 'script', attrs: { src: 'https://x' } }, ...words('safe').content],
    };
    const saved = await student.call(putMyDraft, { params: { id }, body: { ...content(''), body: hostile } });
    expect(saved.body).toEqual(words('safe'));
  });
});

describe('handing in', () => {
  test('TCH-54 TCH-52 gives a receipt with the server time, and fills the cell in the same step', async () => {
    const id = await world.assignment({ due_in: -30 });
    const before = clock.now().getTime();
    const { status, body } = await submit(id, 'Heat moves from warm to cold.');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ attempt_number: 1, word_count: 6, time_zone: 'America/New_York', student: { id: student.id } },
      code: expect.stringMatching(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/),
    });
    expect(Date.parse(body.official_at)).toBeGreaterThanOrEqual(before);
    expect(body.late_seconds).toBeGreaterThanOrEqual(30 * 60);
    const cell = await world.cell(id);
    expect(cell).toMatchObject({ submission_state: 'submitted', attempts_count: 1, has_new_work: true });
    expect(cell.late_seconds).toBe(body.late_seconds);
    expect(await mine(id)).toMatchObject({
      ...{ state: 'submitted', attempts_left: 0, blocked_by: 'no_attempts_left', draft: { body: null } },
      attempts: [{ number: 1, receipt_code: body.code, body: words('Heat moves from warm to cold.') }],
    });
  });

  test('TCH-51 the time of the device is kept beside the official one and changes nothing', async () => {
    const id = await world.assignment({ due_in: -10 });
    const device_at = wholeSecond(clock.now().getTime() - 3_600_000);
    const body = { ...content('Written on the bus'), device_at };
    await student.call(submitMyWork, { params: { id }, body });
    const [attempt] = (await mine(id)).attempts;
    expect([attempt?.device_at, (attempt?.late_seconds ?? 0) >= 600]).toEqual([device_at, true]);
  });

  test('TCH-55 the same key gives the first receipt again, at once and after weeks, and uses one attempt', async () => {
    const id = await world.assignment({ attempts_allowed: 3, due_in: 60 * 24 * 60 });
    const key = newId();
    const replies = await Promise.all([1, 2, 3].map(() => submit(id, 'Once', 0, key)));
    const made = replies.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.code)).size).toBe(1);
    expect(replies.every(({ status }) => status === 201 || status === 409)).toBe(true);
    await build(platform, (tx) => tx.deleteFrom('idempotency_keys').where('key', '=', key).execute());
    const again = await submit(id, 'Once', 0, key);
    expect([again.status, again.body.code]).toEqual([201, made[0]?.body.code]);
    expect((await mine(id)).attempts).toHaveLength(1);
    const other = await submit(id, 'Twice', 0);
    expect([other.status, other.body.code]).toEqual([409, 'version_conflict']);
  });

  test('TCH-56 TCH-57 TCH-58 attempts stay as they were, run out, and a new one sets new work', async () => {
    const id = await world.assignment({ attempts_allowed: 2 });
    await submit(id, 'First try');
    await world.setCell(id, {
      has_new_work: false,
      grade_state: 'graded',
      entered_score: '8',
      effective_score: '8',
    });
    const { draft } = await mine(id);
    expect((await submit(id, 'Second try', draft.version)).status).toBe(201);
    expect(await world.cell(id)).toMatchObject({
      has_new_work: true,
      entered_score: '8.0000',
      attempts_count: 2,
    });
    const { attempts, draft: after } = await mine(id);
    expect(attempts.map(({ body }) => body)).toEqual([words('First try'), words('Second try')]);
    expect((await submit(id, 'Third try', after.version)).body.code).toBe('no_attempts_left');
    const change = platform.db.withTenant({ tenant_id: world.tenant.id }, (tx) =>
      tx.updateTable('submission_attempts').set({ word_count: 9 }).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });

  test('TCH-42 (handing in) a score of the rule for missing work goes, one that a teacher typed stays', async () => {
    const id = await world.assignment({ due_in: -60 });
    const score = { grade_state: 'graded', entry: '0', entered_score: '0', effective_score: '0' };
    await world.setCell(id, { ...score, grade_source: 'policy' });
    await submit(id, 'Here it is');
    expect(await world.cell(id)).toMatchObject({
      grade_state: 'none',
      entered_score: null,
      has_new_work: true,
    });
    const typed = await world.assignment({ due_in: -60 });
    await world.setCell(typed, { ...score, grade_source: 'typed' });
    await submit(typed, 'Here it is');
    expect(await world.cell(typed)).toMatchObject({ grade_state: 'graded', has_new_work: true });
  });

  test('TCH-50 nothing is handed in that was not seen: a newer draft of another device comes back first', async () => {
    const id = await world.assignment();
    await save(id, 'From the phone');
    const reply = await submit(id, 'From the laptop');
    expect([reply.status, reply.body.current.body]).toEqual([409, words('From the phone')]);
    expect((await submit(id, '', 1)).body.errors[0].code).toBe('empty');
    expect((await submit(id, 'From the laptop', 1)).status).toBe(201);
  });

  test('TCH-54 event, audit and note carry ids and the title, never the words', async () => {
    const id = await world.assignment();
    const { body } = await submit(id, 'Secret thoughts');
    const rows = await build(platform, async (tx) => [
      await tx.selectFrom('domain_events').selectAll().where('name', '=', 'submission.submitted').execute(),
      await tx.selectFrom('audit_events').selectAll().where('target_id', '=', body.submission_id).execute(),
      await tx.selectFrom('notifications').selectAll().where('subject_id', '=', id).execute(),
    ]);
    for (const some of rows) expect(some.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('Secret');
    expect(rows[2]).toMatchObject([{ user_id: student.id, kind: 'submission.receipt' }]);
  });
});

describe('taking back', () => {
  const takeBack = (id: string, actor = student) => actor.send(unsubmitMyWork, { params: { id } });

  test('TCH-59 before the due time the attempt is kept as withdrawn and does not count', async () => {
    const id = await world.assignment();
    const { body: receipt } = await submit(id, 'Too early');
    const reply = await takeBack(id);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      state: 'draft',
      attempts_left: 1,
      draft: { body: words('Too early') },
    });
    expect(reply.body.attempts).toMatchObject([
      { receipt_code: receipt.code, withdrawn_at: expect.any(String) },
    ]);
    expect(await world.cell(id)).toMatchObject({
      submission_state: 'draft',
      submitted_at: null,
      has_new_work: false,
    });
    const next = await submit(id, 'Now', reply.body.draft.version);
    expect(next.body.attempt_number).toBe(2);
  });

  test('TCH-59 not after the due time, nor when a grade is known, nor when there is nothing', async () => {
    const late = await world.assignment({ due_in: 5 });
    await submit(late, 'Done');
    await world.setCell(late, { due_at: new Date(clock.now().getTime() - 60_000).toISOString() });
    expect((await takeBack(late)).body.code).toBe('conflict');
    const graded = await world.assignment();
    await submit(graded, 'Done');
    await world.setCell(graded, {
      grade_state: 'graded',
      entered_score: '8',
      posted_at: clock.now().toISOString(),
    });
    expect((await takeBack(graded)).status).toBe(409);
    expect((await takeBack(await world.assignment())).status).toBe(409);
  });

  test('TCH-59 PPL-18 a grade that is not posted does not show by what can be taken back', async () => {
    const id = await world.assignment();
    await submit(id, 'Done');
    const before = await mine(id);
    await world.setCell(id, {
      grade_state: 'graded',
      entered_score: '3',
      effective_score: '3',
      has_new_work: false,
    });
    expect(await mine(id)).toEqual(before);
  });
});
