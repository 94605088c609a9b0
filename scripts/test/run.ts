import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../launcher/paths.ts';

/** Runs a tool with the pinned Node first on the PATH and its output on ours; answers its exit code. */
export function run(command: string, args: string[], extra: Record<string, string> = {}): Promise<number> {
  const binaries = [path.dirname(process.execPath), path.join(root, 'node_modules/.bin')];
  const folders = [...binaries, process.env.PATH ?? ''].join(path.delimiter);
  const environment = { ...process.env, ...extra, PATH: folders };
  const child = spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
