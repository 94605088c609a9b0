import { spawn } from 'node:child_process';
import { root } from './paths.ts';

/** Runs a script of ours on this Node with the terminal handed through; answers its exit code. */
export function runForeground(args: string[], environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
