import { setTimeout as wait } from 'node:timers/promises';
import { percentile, round } from './measure.ts';
import { countRush, createRush, type Rush } from './rush-students.queries.ts';
import { createWorld, type RunningCore, runCore, signIn, startCore } from './world.ts';

/**
 * OPS-146: the minutes before a deadline. Everybody hands in within the window, 60 % in its last fifth and some after the
 * due time; part of them with a file. With --kill the core is killed in the thick of it, as a machine would: clients send
 * again under the same key until they are answered. Afterwards nothing may be lost, doubled or late by a wrong second.
 */
const students = Number(process.env.STUDENTS ?? 1_000);
const seconds = Number(process.env.SECONDS ?? 300);
const fileShare = 0.2;
const fileBytes = 5_000_000;
const isKilled = process.argv.includes('--kill');
const allowedMs = 1_000;
const limits = '{"general": 1000, "upload": 1000}';
const answered = new Map<number, { official_at: string; late_seconds: number }>();
const latencies: number[] = [];
const uploads: number[] = [];
let sentAgain = 0;
let wrongAnswers = 0;

const world = await createWorld();
await runCore(world, 'seed.ts');
let core: RunningCore = await startCore(world, { RATE_LIMITS: limits });
const warmUpMs = 25_000 + students * 20;
const begin = Date.now() + warmUpMs;
const dueAt = new Date(Math.floor((begin + seconds * 970) / 1_000) * 1_000);
const rush = await createRush(world, students, dueAt);
try {
  const ok = await run(rush);
  process.exitCode = ok ? 0 : 1;
} finally {
  await core.stop();
  await world.close();
}

async function run({ assignment_id, students: everybody }: Rush): Promise<boolean> {
  const tokens: string[] = [];
  for (const { secret } of everybody) tokens.push(await csrfOf(secret));
  const startsAt = Math.max(begin, Date.now());
  const arrivals = everybody.map((student, at) =>
    handIn(assignment_id, student, tokens[at] ?? '', at, startsAt),
  );
  if (isKilled) await killInTheMiddle(startsAt);
  const worked = await Promise.allSettled(arrivals);
  for (const one of worked) if (one.status === 'rejected') console.error(one.reason);
  const counts = await countRush(world.job_url, assignment_id);
  const shown = await inboxCounts(assignment_id);
  const late = [...answered.values()].filter(({ late_seconds }) => late_seconds > 0).length;
  console.log(
    `${answered.size} of ${students} answered within ${seconds} s, ${late} late; sent again ${sentAgain} times`,
  );
  console.log(
    `hand in: p50 ${round(percentile(latencies, 0.5))} ms, p95 ${round(percentile(latencies, 0.95))} ms`,
  );
  console.log(
    `file of ${fileBytes} bytes: p95 ${round(percentile(uploads, 0.95))} ms, ${uploads.length} of them`,
  );
  console.log(
    `the database: ${JSON.stringify(counts)}; the inbox: ${JSON.stringify(shown)}; wrong answers ${wrongAnswers}`,
  );
  const isWhole = [counts.attempts, counts.students, counts.cells, counts.events].every(
    (one) => one === students,
  );
  const isRight = counts.wrong_times === 0 && counts.wrong_submissions === 0 && wrongAnswers === 0;
  const isCounted = shown.to_grade === students && shown.all === students && counts.late === late;
  const isQuick = isKilled || percentile(latencies, 0.95) < allowedMs;
  console.log(`whole ${isWhole}, times right ${isRight}, counters right ${isCounted}, quick ${isQuick}`);
  return isWhole && isRight && isCounted && isQuick && answered.size === students;
}

/** 40 % over the first four fifths of the window, 60 % over the last. */
function arrivalOf(at: number): number {
  const share = (at + 0.5) / students;
  const place = share < 0.4 ? (share / 0.4) * 0.8 : 0.8 + ((share - 0.4) / 0.6) * 0.2;
  return place * seconds * 1_000;
}

async function handIn(
  assignment: string,
  student: { secret: string },
  csrf: string,
  at: number,
  startsAt: number,
): Promise<void> {
  await wait(Math.max(0, startsAt + arrivalOf(at) - Date.now()));
  const who = { cookie: `homeroom_session=${student.secret}`, 'x-csrf-token': csrf };
  const withFile = (at * 7919) % 100 < fileShare * 100;
  const file_ids = withFile ? [await upload(assignment, who, at)] : [];
  const text = { type: 'text', text: `What I found, number ${at}.` };
  const body = {
    ...{ body: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] }, file_ids, links: [] },
    draft_version: 0,
  };
  const sentAt = Date.now();
  const { reply, isFirst, ms } = await send('POST', `assignments/${assignment}/my_submission/submit`, who, {
    json: body,
    key: `rush-${at}-${assignment}`,
  });
  // What was interrupted took as long as the machine was away: that is no latency of ours.
  if (isFirst) latencies.push(ms);
  const receipt = reply as { official_at: string; late_seconds: number; on_time_because: string | null };
  const official = Date.parse(receipt.official_at);
  const lateBy = Math.max(0, Math.floor((official - dueAt.getTime()) / 1_000));
  const isInTime = official >= sentAt - 50 && official <= Date.now() + 50;
  const isByUpload = receipt.on_time_because === 'upload_began' && official === dueAt.getTime();
  if (receipt.late_seconds !== lateBy || !(isInTime || isByUpload)) wrongAnswers += 1;
  answered.set(at, receipt);
}

async function upload(assignment: string, who: Record<string, string>, at: number): Promise<string> {
  const head = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const bytes = Buffer.concat([head, Buffer.alloc(Math.max(0, fileBytes - head.length), '\n')]);
  const json = { name: 'report.pdf', content_type: 'application/pdf', size_bytes: bytes.length };
  const started = performance.now();
  const begun = await send('POST', `assignments/${assignment}/uploads`, who, {
    json,
    key: `begin-${at}-${assignment}`,
  });
  const { id } = begun.reply as { id: string };
  let offset = 0;
  while (offset < bytes.length) {
    const part = await send('PATCH', `work_uploads/${id}?offset=${offset}`, who, {
      bytes: bytes.subarray(offset),
    });
    offset = (part.reply as { received_bytes: number }).received_bytes;
  }
  const done = await send('POST', `work_uploads/${id}/complete`, who, { json: {} });
  uploads.push(performance.now() - started);
  return (done.reply as { file: { file_id: string } }).file.file_id;
}

interface Sent {
  json?: object;
  bytes?: Buffer;
  key?: string;
}

/** Until it is answered, as a browser that keeps what was not sent does. */
async function send(method: string, path: string, who: Record<string, string>, sent: Sent) {
  const giveUp = Date.now() + 120_000;
  for (let tries = 0; ; tries += 1) {
    const started = performance.now();
    const headers = {
      ...who,
      origin: core.origin,
      'content-type': sent.bytes ? 'application/octet-stream' : 'application/json',
      ...(sent.key && { 'idempotency-key': sent.key }),
    };
    const body = sent.bytes ? new Uint8Array(sent.bytes) : JSON.stringify(sent.json);
    const response = await fetch(`${core.origin}/api/v1/${path}`, { method, headers, body }).catch(
      () => undefined,
    );
    const text = await response?.text().catch(() => undefined);
    if (response?.ok && text !== undefined)
      return { reply: JSON.parse(text), isFirst: tries === 0, ms: performance.now() - started };
    // A part that had arrived before the answer was lost: the server says where it stands.
    if (response?.status === 409 && path.includes('offset=') && text) {
      return { reply: JSON.parse(text).current, isFirst: false, ms: 0 };
    }
    const isWorthAgain = !response || response.status >= 500 || (response.status === 409 && tries > 0);
    if (!isWorthAgain || Date.now() > giveUp) throw new Error(`${path}: ${response?.status} ${text}`);
    sentAgain += 1;
    await wait(250);
  }
}

async function killInTheMiddle(startsAt: number): Promise<void> {
  await wait(Math.max(0, startsAt + seconds * 900 - Date.now()));
  core.process.kill('SIGKILL');
  const from = Date.now();
  core = await startCore(world, { RATE_LIMITS: limits });
  console.log(
    `kill -9 at ${answered.size} answered; answers again after ${round((Date.now() - from) / 1_000, 1)} s`,
  );
}

async function csrfOf(secret: string): Promise<string> {
  const headers = { cookie: `homeroom_session=${secret}` };
  const reply = await fetch(`${core.origin}/api/v1/csrf`, { headers });
  if (!reply.ok) throw new Error(`csrf answered ${reply.status}`);
  return ((await reply.json()) as { csrf_token: string }).csrf_token;
}

async function inboxCounts(assignment: string): Promise<Record<string, number>> {
  const cookie = await signIn(core.origin, 'teacher@riverbend.example', 'chalk-and-paper');
  const reply = await fetch(`${core.origin}/api/v1/submission_counts?assignment_id=${assignment}`, {
    headers: { cookie },
  });
  return (await reply.json()) as Record<string, number>;
}
