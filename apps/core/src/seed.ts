import { readConfigOrExit } from './platform/config.ts';
import { createPlatform } from './platform/create-platform.ts';
import { seedDemo } from './seed/demo.ts';

const config = readConfigOrExit(process.env);
if (config.production) {
  process.stderr.write('Demo data is refused in production.\n');
  process.exit(78);
}
const platform = createPlatform(config, { service: 'seed' });
try {
  const made = await seedDemo(platform);
  process.stdout.write(made ? 'demo data created\n' : 'demo data already there\n');
} finally {
  await platform.close();
}
