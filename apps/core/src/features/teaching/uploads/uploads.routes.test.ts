import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMySubmission, submitMyWork } from '@k12/contracts/teaching/submissions';
import { completeWorkUpload, deleteWorkUpload, getWorkUpload } from '@k12/contracts/teaching/work-uploads';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { createScanner } from '../../../platform/files/scanner.ts';
import { contextOf, until } from '../../../test/a-platform.ts';
import { aWorkingCourse } from '../../../test/a-working-course.ts';
import { startClamd } from '../../../test/clamd-server.ts';
import { build } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { aPdf, beginUpload, sendPart, sha256, uploadWork } from '../../../test/upload-parts.ts';
import { forgetOldUploads } from './uploads.service.ts';

const STORAGE_DIR = join(tmpdir(), `homeroom-uploads-${newId()}`);
const world = await aWorkingCourse({ STORAGE_DIR });
const { anonymous, student, classmate, stranger, teacher, otherTenantTeacher, clock, platform } = world;
const pdf = aPdf(10_000);

const submit = (id: string, file_ids: string[], key: string = newId(), actor: TestActor = student) =>
  actor.send(
    submitMyWork,
    { params: { id }, body: { body: null, links: [], file_ids, draft_version: 0 } },
    { 'idempotency-key': key },
  );

describe('who', () => {
  test('TCH-64 401, 404 for strangers; an upload is its uploader’s alone', async () => {
    const id = await world.assignment();
    expect((await beginUpload(anonymous, id, 'a.pdf', 10)).status).toBe(401);
    expect((await beginUpload(stranger, id, 'a.pdf', 10)).status).toBe(404);
    expect((await beginUpload(otherTenantTeacher, id, 'a.pdf', 10)).status).toBe(404);
    const upload = (await beginUpload(student, id, 'a.pdf', pdf.length)).body;
    for (const actor of [classmate, teacher, otherTenantTeacher]) {
      expect((await actor.send(getWorkUpload, { params: { id: upload.id } })).status).toBe(404);
      expect((await sendPart(actor, upload.id, 0, pdf)).status).toBe(404);
      const body = { sha256: sha256(pdf) };
      expect((await actor.send(completeWorkUpload, { params: { id: upload.id }, body })).status).toBe(404);
      expect((await actor.send(deleteWorkUpload, { params: { id: upload.id } })).status).toBe(404);
    }
    const stolen = await uploadWork(classmate, id);
    const reply = await submit(id, [stolen.file?.file_id ?? '']);
    expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'unknown_file']);
  });
});

test('TCH-53 so many may be under way at once, and what was left lying does not count', async () => {
  const id = await world.assignment();
  for (let at = 0; at < 20; at++)
    expect((await beginUpload(classmate, id, `${at}.pdf`, 10)).status).toBe(201);
  const more = await beginUpload(classmate, id, 'more.pdf', 10);
  expect([more.status, more.body.code]).toEqual([429, 'rate_limited']);
  clock.advance({ minutes: 16 });
  expect((await beginUpload(classmate, id, '../\u202egpj.pdf', 10)).body.name).toBe('gpj.pdf');
});

describe('in parts', () => {
  test('TCH-53 goes on where it stopped, refuses a wrong place with the right one, and ends as one file', async () => {
    const id = await world.assignment();
    const { body: begun } = await beginUpload(student, id, 'report.pdf', pdf.length);
    expect(begun).toMatchObject({ received_bytes: 0, state: 'receiving', part_bytes: 4 * 1024 * 1024 });
    expect((await sendPart(student, begun.id, 0, pdf.subarray(0, 6_000))).body.received_bytes).toBe(6_000);
    const wrong = await sendPart(student, begun.id, 0, pdf.subarray(0, 6_000));
    expect([wrong.status, wrong.body.code, wrong.body.current?.received_bytes]).toEqual([
      409,
      'upload.offset',
      6_000,
    ]);
    const early = await student.send(completeWorkUpload, {
      params: { id: begun.id },
      body: { sha256: sha256(pdf) },
    });
    expect([early.status, early.body.code]).toEqual([409, 'upload.offset']);
    expect((await sendPart(student, begun.id, 6_000, pdf)).status).toBe(413);
    await sendPart(student, begun.id, 6_000, pdf.subarray(6_000));
    const broken = { params: { id: begun.id }, body: { sha256: sha256(Buffer.from('other')) } };
    expect((await student.send(completeWorkUpload, broken)).body.errors[0].code).toBe('checksum');
    const done = await student.call(completeWorkUpload, {
      params: { id: begun.id },
      body: { sha256: sha256(pdf) },
    });
    expect(done).toMatchObject({
      state: 'completed',
      file: { name: 'report.pdf', size_bytes: pdf.length, sha256: sha256(pdf) },
    });
    const again = await student.call(completeWorkUpload, {
      params: { id: begun.id },
      body: { sha256: sha256(pdf) },
    });
    expect(again.file?.file_id).toBe(done.file?.file_id);
  });

  test('TCH-53 two senders of one part: one is kept, nothing is counted twice', async () => {
    const id = await world.assignment();
    const { body: begun } = await beginUpload(student, id, 'report.pdf', pdf.length);
    const replies = await Promise.all([1, 2, 3].map(() => sendPart(student, begun.id, 0, pdf)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const done = await student.call(completeWorkUpload, {
      params: { id: begun.id },
      body: { sha256: sha256(pdf) },
    });
    expect(done.file?.sha256).toBe(sha256(pdf));
  });

  test('TCH-53 the limit is the tenant’s, told before the first byte', async () => {
    const id = await world.assignment();
    const reply = await beginUpload(student, id, 'film.mp4', 201 * 1024 * 1024, 'video/mp4');
    expect([reply.status, reply.body.context]).toEqual([413, { max_bytes: 200 * 1024 * 1024 }]);
    expect((await student.call(getMySubmission, { params: { id } })).max_file_bytes).toBe(200 * 1024 * 1024);
  });

  test('TCH-53 the content decides about the type, and the assignment about which types', async () => {
    const id = await world.assignment({ allowed_file_types: ['pdf'] });
    expect((await beginUpload(student, id, 'sheet.csv', 10)).body.errors[0].code).toBe('type_not_accepted');
    const disguised = Buffer.from('<!doctype html><script>steal()</script>'.padEnd(300));
    const reply = await uploadWork(student, id, 'essay.pdf', disguised);
    expect(reply).toMatchObject({ state: 'refused', refusal: 'content_mismatch', file: null });
  });

  test('TCH-53 a file with a virus is never kept, and the student is told', async () => {
    const id = await world.assignment();
    const clamd = await startClamd();
    platform.scanner = createScanner(`tcp://127.0.0.1:${clamd.port}`);
    try {
      const infected = Buffer.concat([aPdf(), Buffer.from('EICAR-TEST')]);
      const reply = await uploadWork(student, id, 'essay.pdf', infected);
      expect(reply).toMatchObject({ state: 'refused', refusal: 'infected', file: null });
      expect((await uploadWork(student, id)).state).toBe('completed');
    } finally {
      platform.scanner = null;
      await clamd.stop();
    }
  });

  test('TCH-53 what nobody goes on with is cleared away after a week', async () => {
    const id = await world.assignment({ due_in: 60 * 24 * 30 });
    const { body: begun } = await beginUpload(student, id, 'report.pdf', pdf.length);
    await sendPart(student, begun.id, 0, pdf.subarray(0, 100));
    const context = contextOf(platform, world.tenant);
    await forgetOldUploads(context, new Date(clock.now().getTime() - 60_000).toISOString());
    expect((await student.call(getWorkUpload, { params: { id: begun.id } })).received_bytes).toBe(100);
    await forgetOldUploads(context, new Date(clock.now().getTime() + 60_000).toISOString());
    expect((await student.send(getWorkUpload, { params: { id: begun.id } })).status).toBe(404);
  });
});

describe('on time', () => {
  /** Begun before the due time, handed in so many minutes after it. */
  async function handedIn(minutesAfter: number, given: { begunLate?: boolean; until_in?: number } = {}) {
    const { begunLate = false, ...dates } = given;
    const id = await world.assignment({ due_in: begunLate ? -1 : 2, ...dates });
    const due = await world.cell(id);
    const { body: begun } = await beginUpload(student, id, 'film.pdf', pdf.length);
    const key = newId();
    const shift = (minutes: number) => {
      const moved = new Date(Date.parse(due.due_at ?? '') + (begunLate ? 60_000 : 0) - minutes * 60_000);
      return world.setCell(id, { due_at: moved.toISOString() });
    };
    await build(platform, (tx) =>
      tx
        .updateTable('work_uploads')
        .set({ began_at: new Date(clock.now().getTime() - (minutesAfter + 2) * 60_000).toISOString() })
        .where('id', '=', begun.id)
        .where((eb) => eb.val(!begunLate))
        .execute(),
    );
    await shift(minutesAfter + 2);
    await sendPart(student, begun.id, 0, pdf);
    const done = await student.call(completeWorkUpload, {
      params: { id: begun.id },
      body: { sha256: sha256(pdf) },
    });
    const reply = await submit(id, [done.file?.file_id ?? ''], key);
    return { id, key, reply, file_id: done.file?.file_id ?? '' };
  }

  test('TCH-52 TCH-55 an upload begun before the due time and submitted within ten minutes is on time, once', async () => {
    const { id, key, reply, file_id } = await handedIn(7);
    const { due_at } = await world.cell(id);
    expect(reply.body).toMatchObject({
      official_at: due_at,
      late_seconds: 0,
      on_time_because: 'upload_began',
    });
    expect(reply.body.files).toEqual([
      expect.objectContaining({ name: 'film.pdf', size_bytes: pdf.length, sha256: sha256(pdf) }),
    ]);
    expect(Date.parse(reply.body.received_at)).toBeGreaterThan(Date.parse(reply.body.official_at));
    expect((await world.cell(id)).late_seconds).toBe(0);
    const again = await submit(id, [file_id], key);
    expect(again.body).toEqual(reply.body);
  });

  test('TCH-52 eleven minutes are too many, and so is an upload begun afterwards', async () => {
    const slow = await handedIn(11);
    expect(slow.reply.body).toMatchObject({ on_time_because: null });
    expect(slow.reply.body.late_seconds).toBeGreaterThan(600);
    const late = await handedIn(3, { begunLate: true });
    expect(late.reply.body.late_seconds).toBeGreaterThan(100);
  });
});

describe('a process that dies', () => {
  test('TCH-53 killed in the middle of a part: everything acknowledged is there in the next process', async () => {
    const id = await world.assignment();
    const bytes = aPdf(3_000_000);
    const first = await startCore();
    const { body: begun } = await beginUpload(student, id, 'film.pdf', bytes.length);
    for (const at of [0, 1]) {
      const part = bytes.subarray(at * 1_000_000, (at + 1) * 1_000_000);
      expect((await sendPart(student, begun.id, at * 1_000_000, part, first.origin)).status).toBe(200);
    }
    let isSent = () => {};
    const sent = new Promise<void>((resolve) => {
      isSent = resolve;
    });
    const half = new ReadableStream(
      {
        pull(controller) {
          // Asked for more, after the first half was taken; the rest never comes.
          if (asked++ === 0) controller.enqueue(bytes.subarray(2_000_000, 2_400_000));
          else isSent();
        },
      },
      { highWaterMark: 0 },
    );
    let asked = 0;
    const torn = sendPart(student, begun.id, 2_000_000, half, first.origin).catch(() => 'torn');
    await sent;
    first.process.kill('SIGKILL');
    expect(await torn).toBe('torn');
    const second = await startCore();
    const rest = await student.call(getWorkUpload, { params: { id: begun.id } });
    expect(rest.received_bytes).toBe(2_000_000);
    await sendPart(student, begun.id, 2_000_000, bytes.subarray(2_000_000), second.origin);
    second.process.kill('SIGKILL');
    const done = await student.call(completeWorkUpload, {
      params: { id: begun.id },
      body: { sha256: sha256(bytes) },
    });
    expect(done.file).toMatchObject({ size_bytes: bytes.length, sha256: sha256(bytes) });
  }, 60_000);
});

/** The real server on the same database and storage, as a process that can be killed. */
async function startCore(): Promise<{ process: ChildProcess; origin: string }> {
  const port = await freePort();
  const { appUrl, jobUrl, directUrl } = world.server.database;
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../../server.ts', import.meta.url))], {
    env: {
      ...process.env,
      HOMEROOM_MODE: 'test',
      DATABASE_URL: appUrl,
      DATABASE_JOB_URL: jobUrl,
      DATABASE_DIRECT_URL: directUrl,
      LOG_LEVEL: 'silent',
      STORAGE_DIR,
      CORE_PORT: String(port),
    },
    stdio: 'inherit',
  });
  const origin = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(`${origin}/up`).then(
        (reply) => reply.ok,
        () => false,
      ),
    40,
  );
  return { process: child, origin };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
