import { jobs, subscribers } from './features.ts';
import { readConfigOrExit } from './platform/config.ts';
import { createPlatform } from './platform/create-platform.ts';
import { startJobWorker } from './platform/jobs/job-worker.ts';
import { startWorkerHealth } from './platform/jobs/worker-health.ts';
import { refuseUnsafeRole } from './platform/refuse-unsafe-role.ts';

const config = readConfigOrExit(process.env);
const platform = createPlatform(config, { service: 'worker' });
await refuseUnsafeRole(platform);
platform.events.register(subscribers);
platform.jobs.register(jobs);
const worker = await startJobWorker(platform, {
  jobs,
  heartbeat_seconds: config.WORKER_HEARTBEAT_SECONDS,
});
const health =
  config.WORKER_PORT === undefined
    ? null
    : await startWorkerHealth(platform, config.WORKER_PORT, worker.isAlive);
// On standard output whatever the log level: the launcher waits for these words.
process.stdout.write('worker ready\n');

async function stop() {
  process.off('SIGTERM', stop);
  process.off('SIGINT', stop);
  await worker.stop();
  await health?.stop();
  await platform.close();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
