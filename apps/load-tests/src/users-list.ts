import { createManyPeople } from './many-people.queries.ts';
import { percentile, round } from './measure.ts';
import { createWorld, runCore, signIn, startCore } from './world.ts';

const people = Number(process.env.PEOPLE ?? 50_000);
const requests = Number(process.env.REQUESTS ?? 60);
const limit_ms = 300;

const world = await createWorld({ durable: false });
await runCore(world, 'seed.ts');
await createManyPeople(world, 'riverbend', people);
const core = await startCore(world, { RATE_LIMITS: '{"general": 1000}' });
let worst = 0;
try {
  for (const account of ['district', 'admin', 'teacher']) await measureAs(account);
  console.log(`${people} people: slowest p95 ${round(worst)} ms, allowed ${limit_ms} ms`);
} finally {
  await core.stop();
  await world.close();
}
process.exitCode = worst < limit_ms ? 0 : 1;

async function measureAs(account: string) {
  const cookie = await signIn(core.origin, `${account}@riverbend.example`, 'chalk-and-paper');
  const schools = await schoolsOf(cookie);
  const queries = [
    '',
    'sort=-name',
    'sort=-last_sign_in_at',
    'sort=created_at',
    'role=student',
    'role=teacher&sort=-last_sign_in_at',
    `school_id=${schools[0]}`,
    `school_id=${schools[0]}&role=student&grade_level=7`,
    'state=suspended',
    'method=password&mfa=false&source=import',
    'q=person4711',
    'q=nobody%20at%20all',
    'q=a',
  ];
  for (const query of queries) await time(account, cookie, query);
  await page(account, cookie);
}

async function time(account: string, cookie: string, query: string) {
  const latencies: number[] = [];
  for (let at = 0; at < requests; at++) {
    const started = performance.now();
    await read(cookie, query);
    latencies.push(performance.now() - started);
  }
  report(account, query || 'first page', latencies);
}

/** Every page from the first to the last. */
async function page(account: string, cookie: string) {
  const latencies: number[] = [];
  let cursor: string | null = '';
  let seen = 0;
  while (cursor !== null && latencies.length < 300) {
    const started = performance.now();
    const reply = await read(cookie, `limit=200${cursor ? `&cursor=${cursor}` : ''}`);
    latencies.push(performance.now() - started);
    seen += reply.data.length;
    cursor = reply.next_cursor;
  }
  report(account, `${seen} people page by page, 200 each`, latencies);
}

function report(account: string, what: string, latencies: number[]) {
  const p95 = percentile(latencies, 0.95);
  worst = Math.max(worst, p95);
  console.log(`${account}: ${what}: p50 ${round(percentile(latencies, 0.5), 1)} ms, p95 ${round(p95, 1)} ms`);
}

async function read(cookie: string, query: string) {
  const response = await fetch(`${core.origin}/api/v1/users?${query}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`${query} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { data: { id: string }[]; next_cursor: string | null };
}

async function schoolsOf(cookie: string): Promise<string[]> {
  const response = await fetch(`${core.origin}/api/v1/me`, { headers: { cookie } });
  const { schools } = (await response.json()) as { schools: { id: string }[] };
  return schools.map((school) => school.id);
}
