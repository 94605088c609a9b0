// Makes the roles, the database and the schema before core starts. Safe to repeat and to run twice at once.
import { bootstrapDatabase } from '../../packages/db/src/bootstrap.ts';
import { migrate } from '../../packages/db/src/migrate.ts';

const superuserUrl = required('DATABASE_SUPERUSER_URL');
const ownerUrl = required('DATABASE_OWNER_URL');

await bootstrapDatabase(superuserUrl, new URL(ownerUrl).pathname.slice(1), {
  owner: passwordIn(ownerUrl),
  app: passwordIn(required('DATABASE_URL')),
  job: passwordIn(required('DATABASE_JOB_URL')),
});
const applied = await migrate({ owner_url: ownerUrl });
process.stdout.write(`database prepared, ${applied.length} migrations applied\n`);

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  process.stderr.write(`Configuration is missing: ${name}\n`);
  process.exit(78);
}

function passwordIn(url: string): string {
  return decodeURIComponent(new URL(url).password);
}
