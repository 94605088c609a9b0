// Kills core, worker, web and PostgreSQL in turn while people write, then counts what is there. Linux only.
// node scripts/prove-faults.ts   an instance of its own in .data/faults; port numbers are the next free ones.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from './launcher/paths.ts';
import { answersAt, instanceHere, running, start } from './prove/clone.ts';
import { familyOf, until } from './prove/family.ts';
import { type Acknowledged, createWriter, type Writer } from './prove/faults-writer.ts';

const writers = 4;
const betweenMs = 4_000;
const data = path.join(root, '.data/faults');
mkdirSync(data, { recursive: true });
const clone = instanceHere(data);
const failures: string[] = [];

function expectZero(what: string, count: number): void {
  console.log(`${what.padEnd(64)} ${count}`);
  if (count !== 0) failures.push(what);
}

async function killInTurn(): Promise<void> {
  for (const name of ['core', 'worker', 'web', 'postgres']) {
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
    const before = running(clone)?.processes[name]?.pid;
    if (!before) throw new Error(`${name} is not running`);
    process.kill(before, 'SIGKILL');
    const seconds = await until(`${name} is back`, 60_000, async () => {
      const now = running(clone);
      const pid = now?.processes[name]?.pid;
      if (pid === undefined || pid === before) return false;
      return (await answersAt(`${now?.addresses.core}/ready`)) && answersAt(`${now?.addresses.web}/login`);
    });
    console.log(`kill -9 ${name}: everything answers again after ${seconds.toFixed(1)} s`);
  }
  await new Promise((resolve) => setTimeout(resolve, betweenMs));
}

const idsOf = (rows: Acknowledged[], kind: string) =>
  rows.filter((row) => row.kind === kind).map(({ id }) => id);

/** Exactly once: the row, its event, the event's delivery and the invitation's mail. */
async function check(all: Writer[]): Promise<void> {
  const acknowledged = all.flatMap((writer) => writer.acknowledged);
  const [schools, users] = [idsOf(acknowledged, 'school'), idsOf(acknowledged, 'user')];
  const repeated = acknowledged.filter(({ attempts }) => attempts > 1).length;
  console.log(
    `acknowledged: ${schools.length} schools, ${users.length} people; repeated before the answer: ${repeated}`,
  );
  for (const writer of all) {
    const setbacks = [...writer.setbacks].map(([what, count]) => `${what} x ${count}`).join(', ');
    console.log(`setbacks of one writer: ${setbacks || 'none'}`);
    for (const text of writer.refused) console.log(`refused: ${text}`);
  }
  expectZero('writes refused for good', all.flatMap(({ refused }) => refused).length);
  const client = new pg.Client({ connectionString: running(clone)?.addresses.database.job });
  await client.connect();
  const count = async (text: string, values: unknown[]) =>
    Number((await client.query<{ count: string }>(text, values)).rows[0]?.count);
  const wrong = (from: string, ids: string[]) =>
    count(
      `select count(*) from unnest($1::text[]) as wanted (id) where (select count(*) from ${from} = wanted.id) <> 1`,
      [ids],
    );
  expectZero('schools not there exactly once', await wrong('schools where id::text', schools));
  expectZero('people not there exactly once', await wrong('users where id::text', users));
  expectZero(
    'names there twice',
    await count(
      `select count(*) from (select name from schools where name like 'fault-%' group by name having count(*) > 1
         union all select family_name from users where family_name like 'fault-%' group by family_name
         having count(*) > 1) as twice`,
      [],
    ),
  );
  const event = "domain_events where name = 'school.created' and payload ->> 'school_id'";
  expectZero('schools without exactly one event', await wrong(event, schools));
  const mailed = () => wrong("outbox_mails where state in ('captured', 'sent') and to_user_id::text", users);
  await until('every invitation is mailed', 60_000, async () => (await mailed()) === 0).catch(
    () => undefined,
  );
  expectZero('people without exactly one invitation mail', await mailed());
  expectZero(
    'domain events delivered to nobody after a minute',
    await count(
      `select count(*) from pgboss.job where state in ('created', 'retry', 'active')
         and created_on > now() - interval '10 minutes' and start_after < now() - interval '60 seconds'`,
      [],
    ),
  );
  await client.end();
}

try {
  console.log(`started in ${(await start(clone, { RATE_LIMITS: '{"general": 1000}' })).toFixed(1)} s`);
  const instance = running(clone);
  if (!instance) throw new Error('nothing runs');
  const people = await Promise.all(Array.from({ length: writers }, (_, at) => createWriter(instance, at)));
  let isOver = false;
  const writing = people.map((writer) => writer.run(() => isOver));
  try {
    await killInTurn();
  } finally {
    isOver = true;
    await Promise.all(writing);
  }
  await check(people);
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
} finally {
  clone.npm?.kill('SIGINT');
  await until('the instance has ended', 20_000, () => familyOf(data).length === 0).catch(() => undefined);
  for (const { pid } of familyOf(data)) process.kill(pid, 'SIGKILL');
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
console.log(failures.length === 0 ? 'Every acknowledged write is there exactly once.' : 'Not proved.');
process.exit(failures.length === 0 ? 0 : 1);
