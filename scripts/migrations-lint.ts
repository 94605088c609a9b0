import { lintMigrations } from '../packages/db/scripts/lint-migrations.ts';

const { findings, exemptions } = await lintMigrations();
for (const { file, rule, message } of findings) console.error(`${file}: ${rule}: ${message}`);
if (exemptions.length > 0) console.log('Exemptions, for the release notes:');
for (const { file, rule, reason } of exemptions) console.log(`- ${file}: ${rule}: ${reason}`);
if (findings.length > 0) process.exitCode = 1;
else console.log('The migrations are safe to run on a database in use.');
