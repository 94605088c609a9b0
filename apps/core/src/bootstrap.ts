import { readFoundation } from './features/identity/tenants/foundation.rules.ts';
import { foundTenant } from './features/identity/tenants/foundation.service.ts';
import { readConfigOrExit } from './platform/config.ts';
import { createPlatform } from './platform/create-platform.ts';

/** Founds the first tenant from the environment (OPS-137): `npm run bootstrap`. Safe to repeat. */
const config = readConfigOrExit(process.env);
const wanted = readFoundation(process.env);
if (!wanted.ok) {
  process.stderr.write(`Missing or not right: ${wanted.names.join(', ')}\n`);
  process.exit(78);
}
const platform = createPlatform(config, { service: 'bootstrap' });
try {
  const { summary, first_admin_link } = await foundTenant(platform, wanted.foundation);
  process.stdout.write(`${summary.join('\n')}\n`);
  // Shown once to whoever runs the command; only its hash is stored.
  if (first_admin_link) process.stdout.write(`The admin sets a password here: ${first_admin_link}\n`);
} finally {
  await platform.close();
}
