import {
  createOperator,
  resetOperator,
  suspendOperator,
} from './features/identity/tenants/operators.service.ts';
import { readConfigOrExit } from './platform/config.ts';
import { createPlatform } from './platform/create-platform.ts';

/** Makes, resets and suspends operators of the installation: `npm run operator -- create …` (IDN-71, IDN-99). */
const usage = `npm run operator -- create <e-mail> <given name> <family name>
npm run operator -- reset <e-mail>     new link; former sessions and factors end
npm run operator -- suspend <e-mail>
`;

const [command = '', email = '', given_name = '', family_name = ''] = process.argv.slice(2);
const isComplete =
  email.includes('@') &&
  (['reset', 'suspend'].includes(command) || (command === 'create' && given_name && family_name));
if (!isComplete) {
  process.stderr.write(usage);
  process.exit(64);
}

const platform = createPlatform(readConfigOrExit(process.env), { service: 'operator' });
try {
  if (command === 'suspend') tellSuspended(await suspendOperator(platform, email));
  else {
    const link =
      command === 'create'
        ? await createOperator(platform, { email, given_name, family_name })
        : await resetOperator(platform, email);
    tellLink(link);
  }
} finally {
  await platform.close();
}

function tellLink(link: string | null): void {
  if (link)
    process.stdout.write(`Password and second factor are set up here, once, within two days: ${link}\n`);
  else fail(command === 'create' ? 'This operator exists already: use reset.' : 'There is no such operator.');
}

function tellSuspended(isDone: boolean): void {
  if (isDone) process.stdout.write('The operator is shut out and every session has ended.\n');
  else fail('There is no such operator.');
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
