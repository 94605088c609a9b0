import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createDatabase, newId } from '@k12/db';
import pg from 'pg';
import { measure, percentile, round } from './measure.ts';
import { createWorld } from './world.ts';

/**
 * A tenant transaction with one query, its opening awaited statement by statement or sent with the query, without
 * network delay and with one millisecond in each direction.
 */
const seconds = Number(process.env.SECONDS ?? 2);
const rounds = 5;
const clients = 4;

const world = await createWorld();
const tenant = newId();
for (const delay_ms of [1, 0]) await compare(delay_ms);
await world.close();

async function compare(delay_ms: number): Promise<void> {
  const between = await delayBetween(world.app_url, delay_ms);
  const pool = new pg.Pool({ connectionString: between.url, max: clients });
  const db = createDatabase({ app_url: between.url, job_url: world.job_url, pool_size: clients });
  const ratios: number[] = [];
  const speeds: [number, number][] = [];
  for (let at = 0; at < rounds; at++) {
    const awaited = await measure(clients, seconds, () => awaitEach(pool));
    const pipelined = await measure(clients, seconds, () =>
      db.readTenant({ tenant_id: tenant }, (tx) => tx.selectFrom('schools').selectAll().execute()),
    );
    speeds.push([awaited.per_second, pipelined.per_second]);
    ratios.push(pipelined.per_second / awaited.per_second);
  }
  const median = percentile(ratios, 0.5);
  const typical = speeds.find(([awaited, pipelined]) => pipelined / awaited === median) ?? [0, 0];
  console.log(
    `delay ${delay_ms} ms each way: awaited ${round(typical[0])} /s, pipelined ${round(typical[1])} /s, ` +
      `median ratio ${round(median, 2)} (from ${round(Math.min(...ratios), 2)} to ${round(Math.max(...ratios), 2)})`,
  );
  await Promise.all([pool.end(), db.close()]);
  between.close();
}

async function awaitEach(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query('select app.set_tenant($1)', [tenant]);
    await client.query('select * from schools where tenant_id = $1', [tenant]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** A network in between: every piece of either direction arrives this much later. */
async function delayBetween(url: string, delay_ms: number) {
  if (delay_ms === 0) return { url, close: () => undefined };
  const target = new URL(url);
  const [port, host] = [Number(target.port), target.hostname];
  const server = createServer((near) => {
    const far = connect(port, host);
    pass(near, far, delay_ms);
    pass(far, near, delay_ms);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target.port = String((server.address() as AddressInfo).port);
  return { url: target.href, close: () => server.close() };
}

function pass(from: Socket, to: Socket, delay_ms: number): void {
  from.setNoDelay(true);
  from.on('data', (piece) => setTimeout(() => to.writable && to.write(piece), delay_ms));
  from.on('close', () => to.destroy());
  from.on('error', () => to.destroy());
}
