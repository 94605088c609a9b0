import { timingSafeEqual } from 'node:crypto';
import { missingMigrations } from '@k12/db/migrate';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../context.ts';
import { version } from '../version.ts';

/** For supervisors and scrapers, outside the API: no session, no limits, no names of machines (OPS-01, OPS-152). */
export function installProbes(app: FastifyInstance, platform: Platform): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });

  app.get('/up', async () => ({ status: 'up' }));

  app.get('/ready', async (_request, reply) => {
    const part = stopping ? 'stopping' : await unreadyPart(platform);
    if (part === null) return { status: 'ready', version };
    return reply.status(503).header('retry-after', '2').send({ status: 'not_ready', part });
  });

  app.get('/metrics', async (request, reply) => {
    const { METRICS_TOKEN: token } = platform.config;
    if (!token || !isBearer(request.headers.authorization, token)) return reply.callNotFound();
    const { app: pool } = platform.db.pools;
    platform.metrics.db_pool.set({ pool: 'app', state: 'open' }, pool.totalCount);
    platform.metrics.db_pool.set({ pool: 'app', state: 'waiting' }, pool.waitingCount);
    return reply.type(platform.metrics.registry.contentType).send(await platform.metrics.registry.metrics());
  });
}

/** Null when requests can be served. */
async function unreadyPart({ db }: Platform): Promise<'database' | 'schema' | null> {
  try {
    const missing = await missingMigrations(db.pools.app);
    return missing.length === 0 ? null : 'schema';
  } catch {
    return 'database';
  }
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
