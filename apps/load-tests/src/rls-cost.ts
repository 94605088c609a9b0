import { newId } from '@k12/db';
import pg from 'pg';
import { measure, percentile, round } from './measure.ts';
import { createWorld } from './world.ts';

/** What row-level security with a tenant context costs: the same query on the same rows, with and without. */
const tenants = 100;
const rowsPerTenant = Number(process.env.ROWS ?? 1_000_000) / tenants;
const seconds = Number(process.env.SECONDS ?? 0.5);
const turns = Number(process.env.TURNS ?? 15);

const world = await createWorld({ durable: false });
const owner = new pg.Client({ connectionString: world.owner_url });
await owner.connect();
const ids = Array.from({ length: tenants }, newId);
await fill();

const app = new pg.Pool({ connectionString: world.app_url, max: 4, pipeline: true } as pg.PoolConfig);
const job = new pg.Pool({ connectionString: world.job_url, max: 4, pipeline: true } as pg.PoolConfig);
const queries = {
  'page of 50 events':
    'select * from audit_events where tenant_id = $1 order by occurred_at desc, id desc limit 50',
  'count of one action': "select count(*) from audit_events where tenant_id = $1 and action = 'user.updated'",
};
for (const [name, text] of Object.entries(queries)) await compare(name, text);

await Promise.all([app.end(), job.end(), owner.end()]);
await world.close();

async function compare(name: string, text: string) {
  const costs: number[] = [];
  for (let at = 0; at < turns; at++) {
    const without = await measure(4, seconds, () => run(job, text));
    const withContext = await measure(4, seconds, () => run(app, text));
    costs.push(without.per_second / withContext.per_second - 1);
  }
  const median = percentile(costs, 0.5);
  console.log(
    `${name}: row-level security costs ${round(median * 100, 1)} % (${tenants * rowsPerTenant} rows, ${tenants} tenants, ${turns} turns of ${seconds} s each way)`,
  );
  if (process.env.EXPLAIN) await explain(text);
}

/** Shows whether the policy is asked for each row or once. */
async function explain(text: string) {
  for (const pool of [job, app]) {
    const client = await pool.connect();
    await client.query('begin read only');
    await client.query('select app.set_tenant($1)', [ids[0]]);
    const { rows } = await client.query(`explain (analyze, buffers) ${text}`, [ids[0]]);
    console.log(rows.map((row) => row['QUERY PLAN']).join('\n'));
    await client.query('commit');
    client.release();
  }
}

/** Both roles open the same transaction and set the tenant; only the policy differs. */
async function run(pool: pg.Pool, text: string) {
  const tenant = ids[Math.floor(Math.random() * tenants)];
  const client = await pool.connect();
  try {
    await Promise.all([
      client.query('begin read only'),
      client.query('select app.set_tenant($1)', [tenant]),
      client.query(text, [tenant]),
      client.query('commit'),
    ]);
  } finally {
    client.release();
  }
}

async function fill() {
  for (const [at, id] of ids.entries()) {
    await owner.query('begin');
    await owner.query('select app.set_tenant($1)', [id]);
    await owner.query(
      "insert into tenants (id, name, slug, kind, time_zone) values ($1, $2, $2, 'district', 'UTC')",
      [id, `tenant-${String(at).padStart(3, '0')}`],
    );
    await owner.query(
      `insert into audit_events (tenant_id, id, action, actor_kind, occurred_at)
       select $1, gen_random_uuid(), (array['user.updated', 'user.created', 'school.updated'])[1 + n % 3], 'system',
              now() - n * interval '1 minute'
       from generate_series(1, $2::int) n`,
      [id, rowsPerTenant],
    );
    await owner.query('commit');
  }
  await owner.query('vacuum analyze audit_events');
}
