import { migrate, reverseMigrations, schemaStatus } from '../packages/db/src/migrate.ts';

// npm run migrate -- [up | status | down <version that stays>]
const [command = 'up', version] = process.argv.slice(2);
const owner_url = process.env.DATABASE_OWNER_URL;
if (!owner_url) throw new Error('DATABASE_OWNER_URL is not set: migrations run as the owner of the schema.');
const options = { owner_url, log: (line: string) => console.log(line) };

if (command === 'up') {
  const applied = await migrate(options);
  console.log(applied.length === 0 ? 'Nothing to apply.' : `${applied.length} applied.`);
} else if (command === 'down') {
  // In production a mistake is repaired by the next migration: other processes already count on this one.
  if (process.env.HOMEROOM_MODE === 'production') throw new Error('Production moves forward only.');
  if (version === undefined) throw new Error('Name the version that stays; an empty one undoes everything.');
  for (const name of await reverseMigrations({ ...options, to: version })) console.log(`reversed ${name}`);
} else if (command === 'status') {
  const { version: present, missing } = await schemaStatus(options);
  console.log(`at ${present || 'nothing'}`);
  for (const name of missing) console.log(`missing ${name}`);
} else throw new Error(`There is no command "${command}": up, status or down.`);
