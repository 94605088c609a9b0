import { createHash } from 'node:crypto';
import autocannon from 'autocannon';
import pg from 'pg';
import { measure, round } from './measure.ts';
import { createWorld, runCore, signIn, startCore } from './world.ts';

/**
 * How much of the database's speed is left after HTTP, access checks and serialisation: the same statements
 * straight through the driver, then through the API, in turns, so that a noisy machine hurts both alike.
 */
const seconds = Number(process.env.SECONDS ?? 3);
const rounds = 5;
const clients = 20;
const clientCounts = [1, 20, 100];

const world = await createWorld();
setTimeout(() => {
  console.error('The run took too long and was given up.');
  process.exit(1);
}, 300_000).unref();

await runCore(world, 'seed.ts');
const core = await startCore(
  world,
  { LOG_LEVEL: 'info', RATE_LIMITS: '{"general": 100000}' },
  process.env.CPU_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.CPU_PROFILE}`] : [],
);
const cookie = await signIn(core.origin, 'teacher@riverbend.example', 'chalk-and-paper');
const pool = new pg.Pool({ connectionString: world.app_url, max: 10, pipeline: true } as pg.PoolConfig);
const session = await findSession();
const schoolIds = await readSchoolIds();

const cases = [
  { path: '/me', direct: readMe },
  { path: '/schools', direct: listSchools },
];
try {
  for (const { path, direct } of cases) await compare(path, direct);
  await sweep();
} finally {
  await pool.end();
  await core.stop();
  await world.close();
}

async function compare(path: string, direct: () => Promise<unknown>) {
  const ratios: number[] = [];
  let last = { sql: 0, api: 0 };
  for (let at = 0; at < rounds; at++) {
    const sql = await measure(clients, seconds, direct);
    const api = await load(path, clients);
    last = { sql: sql.per_second, api: api.requests.average };
    ratios.push(last.api / last.sql);
  }
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  console.log(
    `GET ${path}: ${round(last.api)} /s by API, ${round(last.sql)} /s by SQL, ratio ${round(median, 2)}`,
  );
}

/** Latency with 1, 20 and 100 people at once. */
async function sweep() {
  for (const { path } of cases) {
    for (const people of clientCounts) {
      const { latency, requests, non2xx } = await load(path, people);
      console.log(
        `GET ${path} with ${people} clients: p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, p99 ${latency.p99} ms, ${round(requests.average)} /s, ${non2xx} failed`,
      );
    }
  }
}

function load(path: string, connections: number) {
  return autocannon({
    url: `${core.origin}/api/v1${path}`,
    headers: { cookie },
    connections,
    duration: seconds,
    timeout: 10,
  });
}

async function findSession() {
  const secret = /homeroom_session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const hash = createHash('sha256').update(secret).digest();
  const { rows } = await pool.query('select * from session_directory where token_hash = $1', [hash]);
  return rows[0] as { tenant_id: string; user_id: string; token_hash: Buffer };
}

async function readSchoolIds(): Promise<string[]> {
  const response = await fetch(`${core.origin}/api/v1/me`, { headers: { cookie } });
  const { schools } = (await response.json()) as { schools: { id: string }[] };
  return schools.map(({ id }) => id);
}

async function inTenant(statements: [string, unknown[]][]) {
  await pool.query('select * from session_directory where token_hash = $1', [session.token_hash]);
  const client = await pool.connect();
  try {
    const results = [
      client.query('begin read only'),
      client.query('select app.set_tenant($1)', [session.tenant_id]),
      ...statements.map(([text, values]) => client.query(text, values)),
    ];
    await Promise.all(results);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** What the API sends for GET /me, statement by statement. */
function readMe() {
  const { tenant_id, user_id } = session;
  return inTenant([
    [
      `select id, given_name, family_name, preferred_name, email, username, pronouns, locale, time_zone, lock_version
       from users where tenant_id = $1 and id = $2`,
      [tenant_id, user_id],
    ],
    [
      `select id, name, code, time_zone from schools
       where tenant_id = $1 and state = 'active' and id = any($2) order by name limit 500`,
      [tenant_id, schoolIds],
    ],
    [
      `select count(*) from (select id from notifications
         where tenant_id = $1 and user_id = $2 and read_at is null limit 100) as unread`,
      [tenant_id, user_id],
    ],
  ]);
}

function listSchools() {
  const { tenant_id } = session;
  return inTenant([
    [
      'select * from schools where tenant_id = $1 and id = any($2) order by name, id limit 51',
      [tenant_id, schoolIds],
    ],
  ]);
}
