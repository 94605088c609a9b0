import { createApp } from './app.ts';
import { readConfigOrExit } from './config.ts';
import { createLog } from './log.ts';

const config = readConfigOrExit(process.env);
const log = createLog(config.log_level);
const app = createApp(config, log);
await app.listen({ port: config.port, host: config.host });
log.info({ address: app.server.address() }, 'ai gateway is listening');

/** Answers under way are finished; Fastify refuses new ones with 503 meanwhile. */
async function stop() {
  await app.close();
  log.info('ai gateway has stopped');
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
