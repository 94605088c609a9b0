import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Platform } from '../context.ts';

/** For probes: `/up` says that the process runs, `/ready` that it reaches the database and renews its heartbeat. */
export async function startWorkerHealth(platform: Platform, port: number, isAlive: () => boolean) {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/up') return answer(200, { status: 'up' });
    if (request.url !== '/ready') return answer(404, { status: 'not_found' });
    const database = await platform.db.pools.job.query('select 1').then(
      () => true,
      () => false,
    );
    const ready = database && isAlive();
    return answer(ready ? 200 : 503, {
      status: ready ? 'ready' : 'not_ready',
      database,
      heartbeat: isAlive(),
    });
  });
  await new Promise<void>((resolve) => server.listen(port, platform.config.CORE_HOST, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
