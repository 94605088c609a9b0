import { spawn } from 'node:child_process';
import type { Variables } from './environment.ts';
import { root } from './paths.ts';

/** Runs a script of ours on this Node with the terminal handed through; answers its exit code. */
export function runForeground(args: string[], environment: Variables = process.env): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environment as NodeJS.ProcessEnv,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
