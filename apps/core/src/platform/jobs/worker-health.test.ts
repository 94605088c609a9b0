import { expect, test } from 'vitest';
import { aPlatform, withWorker } from '../../test/a-platform.ts';
import { startWorkerHealth } from './worker-health.ts';

const { platform } = await aPlatform();

test('the worker answers probes: up while it runs, ready while it renews its heartbeat', async () => {
  let alive = true;
  const health = await startWorkerHealth(platform, 0, () => alive);
  const status = async (path: string) => (await fetch(`http://127.0.0.1:${health.port}${path}`)).status;
  expect([await status('/up'), await status('/ready'), await status('/other')]).toEqual([200, 200, 404]);
  alive = false;
  expect([await status('/up'), await status('/ready')]).toEqual([200, 503]);
  await health.stop();
});

test('OPS-105 a worker has a row while it lives', async () => {
  const rows = () =>
    platform.db.asJob('test', (tx) => tx.selectFrom('job_workers').select('state').execute());
  await withWorker(platform, [], async () => expect(await rows()).toEqual([{ state: 'working' }]));
  expect(await rows()).toEqual([]);
});
