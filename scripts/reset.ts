// npm run reset            stops Homeroom and removes its data, after asking
// npm run reset -- --yes   without asking
import { existsSync, rmSync } from 'node:fs';
import readline from 'node:readline/promises';
import { chooseServerPlace } from '../packages/db/src/embedded-programs.ts';
import { instancePaths } from './launcher/paths.ts';
import { stopRunning } from './launcher/stop-running.ts';

const paths = instancePaths();

if (!existsSync(paths.home)) {
  console.log('There is nothing to remove.');
} else if (await isWanted()) {
  if (await stopRunning(paths)) console.log('Homeroom has been stopped.');
  // Where root may not use the project folder, the database lives elsewhere.
  const { directory } = chooseServerPlace(paths.postgres);
  rmSync(directory, { recursive: true, force: true });
  rmSync(paths.home, { recursive: true, force: true });
  console.log('All data of this instance is gone. npm start makes a new demo district.');
} else {
  console.log('Nothing was changed.');
  process.exitCode = 1;
}

async function isWanted(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    console.error(`This removes everything in ${paths.home}. Repeat it with: npm run reset -- --yes`);
    return false;
  }
  const prompt = readline.createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(
    `Remove the database, files and secrets in ${paths.home}? Type "yes": `,
  );
  prompt.close();
  return answer.trim() === 'yes';
}
