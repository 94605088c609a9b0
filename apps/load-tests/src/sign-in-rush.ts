import { createHmac } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { measure, percentile, round } from './measure.ts';
import { createWorld, runCore, startCore, trySignIn, type World } from './world.ts';

/**
 * OPS-171, IDN-101: a school's morning, compressed: everybody signs in from one address as fast as the machine lets
 * them, which is harder on the limits than ten minutes. Somebody else sprays one password over many names meanwhile.
 */
const students = Number(process.env.STUDENTS ?? 1_200);
const clients = 20;
const password = 'chalk-and-paper';
const school = { 'x-forwarded-for': '203.0.113.7' };
const sprayer = { 'x-forwarded-for': '198.51.100.9' };

const tenant = "(select id from tenants where slug = 'riverbend')";
const statements = [
  `insert into users (tenant_id, id, given_name, family_name, email, email_normalized, sort_name, search_text, source, state)
   select ${tenant}, md5(name)::uuid, 'Student', name, name, name, name, name, 'import', 'active'
   from unnest($1::text[]) as name`,
  `insert into passwords (tenant_id, user_id, hash)
   select ${tenant}, md5(name)::uuid, (select hash from passwords where tenant_id = ${tenant} limit 1)
   from unnest($1::text[]) as name`,
  `insert into role_assignments (tenant_id, id, user_id, role_id, scope, school_id)
   select ${tenant}, md5('role ' || name)::uuid, md5(name)::uuid,
     (select id from roles where tenant_id = ${tenant} and key = 'student'), 'school',
     (select id from schools where tenant_id = ${tenant} limit 1)
   from unnest($1::text[]) as name`,
  `insert into sign_in_directory (identifier_hash, tenant_id, user_id)
   select hash, ${tenant}, md5(name)::uuid from unnest($1::text[], $2::bytea[]) as t (name, hash)`,
];

const world = await createWorld();
await runCore(world, 'seed.ts');
const stored = await addStudents(world);
const core = await startCore(world);
try {
  await run();
} finally {
  await core.stop();
  await world.close();
}

async function run(): Promise<void> {
  const seconds = 4;
  const before = await measure(clients, seconds, () => verify(stored, password));
  const sprayed = new Map<number, number>();
  let isOver = false;
  const spraying = (async () => {
    for (let at = 0; !isOver; at++) note(sprayed, await attempt(`person${at}@unknown.example`, sprayer));
  })();
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  const arrive = async () => {
    for (let at = next++; at < students; at = next++) {
      const from = performance.now();
      note(statuses, await attempt(nameOf(at), school));
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, arrive));
  isOver = true;
  await spraying;
  const took = (performance.now() - started) / 1000;
  const per_second = students / took;
  // A guess at a name nobody has costs the same check, so that it cannot be told by its time.
  const checked = (students + (sprayed.get(401) ?? 0)) / took;
  const after = await measure(clients, seconds, () => verify(stored, password));
  const bare = (before.per_second + after.per_second) / 2;
  console.log(`${students} students from one address: ${show(statuses)}`);
  console.log(`p50 ${round(percentile(latencies, 0.5))} ms, p95 ${round(percentile(latencies, 0.95))} ms`);
  console.log(`a source that tries names: ${show(sprayed)}`);
  console.log(
    `${round(per_second, 1)} sign-ins /s, with the guesses ${round(checked, 1)} Argon2id checks /s; bare ${round(bare, 1)} ` +
      `(${round(before.per_second, 1)} before, ${round(after.per_second, 1)} after), ratio ${round(checked / bare, 2)}`,
  );
  process.exitCode = statuses.size === 1 && statuses.get(200) === students && sprayed.has(429) ? 0 : 1;
}

async function attempt(identifier: string, from: Record<string, string>): Promise<number> {
  const given = identifier.includes('unknown') ? 'a guess' : password;
  const { response } = await trySignIn(core.origin, identifier, given, from);
  await response.arrayBuffer();
  return response.status;
}

function note(counts: Map<number, number>, status: number): void {
  counts.set(status, (counts.get(status) ?? 0) + 1);
}

function show(counts: Map<number, number>): string {
  return [...counts].map(([status, count]) => `${count} x ${status}`).join(', ');
}

function nameOf(at: number): string {
  return `student${at}@morning.example`;
}

/** Copies the demo student's role, and the stored password of the demo accounts, which all share one. */
async function addStudents({ job_url, app_secret }: World): Promise<string> {
  const client = new pg.Client({ connectionString: job_url });
  await client.connect();
  const names = Array.from({ length: students }, (_, at) => nameOf(at));
  const hashes = names.map((name) => createHmac('sha256', app_secret).update(`identifier:${name}`).digest());
  for (const statement of statements)
    await client.query(statement, statement.includes('$2') ? [names, hashes] : [names]);
  const { rows } = await client.query<{ hash: string }>('select hash from passwords limit 1');
  await client.end();
  return rows[0]?.hash ?? '';
}
