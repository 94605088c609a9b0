import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { bigCourse, createManyGrades } from './many-grades.queries.ts';
import { round } from './measure.ts';
import { createWorld, runCore, signIn, startCore } from './world.ts';

/**
 * The sheet of a course of 400 students: server time, bytes and statements of a first screen, of asking for changes, of
 * saving a grade, and of adding up every total (TCH-90, TCH-97, TCH-117).
 */
const students = Number(process.env.STUDENTS ?? 400);
const sizes = (process.env.ASSIGNMENTS ?? '250').split(',').map(Number);
const rounds = Number(process.env.ROUNDS ?? 12);

setTimeout(() => {
  console.error('The run took too long and was given up.');
  process.exit(1);
}, 400_000).unref();

for (const assignments of sizes) await run(assignments);
process.exit(0);

async function run(assignments: number): Promise<void> {
  const world = await createWorld({ durable: false });
  await runCore(world, 'seed.ts');
  await createManyGrades(world, students, assignments);
  const core = await startCore(world, { RATE_LIMITS: '{"general": 100000}' });
  const cookie = await signIn(core.origin, 'teacher@riverbend.example', 'chalk-and-paper');
  const path = `${core.origin}/api/v1/courses/${bigCourse}/gradebook`;
  console.log(`${students} students × ${assignments} assignments`);
  try {
    const headers = { cookie, 'accept-encoding': 'br' };
    const state = await time('first screen', () => fetch(path, { headers }));
    await time('changes since', () => fetch(`${path}?since=${state}`, { headers }));
    await saveGrades(core.origin, path, cookie, world.job_url);
  } finally {
    await core.stop();
    await world.close();
  }
}

async function time(title: string, ask: () => Promise<Response>): Promise<string> {
  const taken: number[] = [];
  const server: number[] = [];
  let [bytes, statements, state] = [0, '', ''];
  for (let at = 0; at < rounds; at++) {
    const begun = performance.now();
    const reply = await ask();
    const body = await reply.text();
    taken.push(performance.now() - begun);
    if (reply.status !== 200) throw new Error(`${title}: ${reply.status} ${body.slice(0, 300)}`);
    const timing = reply.headers.get('server-timing') ?? '';
    server.push(Number(/total;dur=([\d.]+)/.exec(timing)?.[1] ?? 0));
    statements = /desc="(\d+)"/.exec(timing)?.[1] ?? '';
    bytes = body.length;
    state = (JSON.parse(body) as { state?: string }).state ?? state;
  }
  const sent = await compressedSize(ask);
  console.log(
    `${title}: server ${round(median(server))} ms (best ${round(Math.min(...server))}), whole ${round(median(taken))} ms, ` +
      `${round(bytes / 1024)} kB, ${round(sent / 1024)} kB sent, ${statements} statements`,
  );
  return state;
}

/** What goes over the wire: `fetch` hides it, so the length is that of the body compressed in the same way. */
async function compressedSize(ask: () => Promise<Response>): Promise<number> {
  const { brotliCompressSync, constants } = await import('node:zlib');
  const text = await (await ask()).text();
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}

async function saveGrades(origin: string, path: string, cookie: string, job_url: string): Promise<void> {
  const client = new pg.Client({ connectionString: job_url });
  await client.connect();
  const { rows } = await client.query(
    'select assignment_id, student_id, grade_version from student_work where course_id = $1 order by student_id, assignment_id limit 100',
    [bigCourse],
  );
  const token = await fetch(`${origin}/api/v1/csrf`, { headers: { cookie } });
  const csrf = ((await token.json()) as { csrf_token: string }).csrf_token;
  const send = (cells: object[]) =>
    fetch(`${path}/cells`, {
      method: 'PATCH',
      headers: { cookie, origin, 'x-csrf-token': csrf, 'content-type': 'application/json' },
      body: JSON.stringify({ cells }),
    });
  let version = 0;
  const entry = () => String(1 + (version++ % 9));
  const one = rows[0];
  const save = async (cells: typeof rows) => {
    const reply = await send(cells.map((cell) => ({ ...cell, entry: entry() })));
    if (reply.status !== 200) return reply;
    const text = await reply.clone().text();
    const { results } = JSON.parse(text) as { results: { cell: { grade_version: number } }[] };
    for (const [at, result] of results.entries()) cells[at].grade_version = result.cell.grade_version;
    return reply;
  };
  await client.end();
  await time('one grade with its total', () => save([one]));
  await time('100 grades with totals', () => save(rows));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
