// First step of every `npm run` command. Runs on any Node >= 20 with nothing installed, so it imports nothing but
// Node itself: it makes sure the locked packages are there and hands over to scripts/<command>.ts on the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './launcher/install.mjs';
import { onParentGone } from './launcher/parent.mjs';
import { pinnedNode } from './launcher/pinned-node.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [command = '', ...rest] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.ts`);

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Homeroom needs Node 20 or newer to start; this is ${process.version}. Cure: install Node from https://nodejs.org`,
  );
}
if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(script)) fail(`There is no command "${command}".`);

try {
  await ensureInstalled(root);
  const node = await pinnedNode(root);
  if (process.version === node.version) {
    // npm already put the pinned Node first on the PATH: go on in this process, one process fewer to look after.
    process.argv = [process.argv[0], script, ...rest];
    await import(pathToFileURL(script).href);
  } else {
    await handOver(node.file, [script, ...rest]);
  }
} catch (error) {
  if (process.env.HOMEROOM_TRACE) console.error(error);
  fail(error instanceof Error ? error.message : String(error));
}

/** Signals are passed on, and the channel tells the command when this process dies without a chance to say so. */
function handOver(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  onParentGone(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal ? 1 : 0);
      resolve();
    });
  });
}

function fail(message) {
  console.error(`\n  ${message}\n`);
  process.exit(1);
}
