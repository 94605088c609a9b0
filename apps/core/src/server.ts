import { createApp } from './app.ts';
import { readConfigOrExit } from './platform/config.ts';
import { createPlatform } from './platform/create-platform.ts';
import { refuseUnsafeRole } from './platform/refuse-unsafe-role.ts';

const config = readConfigOrExit(process.env);
const platform = createPlatform(config, { service: 'core' });
await refuseUnsafeRole(platform);
const app = await createApp(platform);
await app.listen({ port: config.CORE_PORT, host: config.CORE_HOST });
platform.log.info({ address: app.server.address() }, 'core is listening');

async function stop() {
  await app.close();
  await platform.close();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
