// Starts a Node program that cannot outlive this process and whose whole family can be ended at once.
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { signalGroup } from './process-identity.ts';

const FOLLOW = pathToFileURL(path.join(import.meta.dirname, 'follow-launcher.mjs')).href;

export type NodeProgram = { args: string[]; cwd: string; environment: Record<string, string> };

/** It leads its own process group: Ctrl-C at the terminal reaches the launcher alone, which ends things in order. */
export function spawnNode(program: NodeProgram, output: number | 'pipe'): ChildProcess {
  const stdio: StdioOptions = ['pipe', output, output];
  const follow = `${FOLLOW}?launcher=${process.pid}`;
  const child = spawn(process.execPath, ['--import', follow, ...program.args], {
    cwd: program.cwd,
    env: program.environment as NodeJS.ProcessEnv,
    detached: process.platform !== 'win32',
    stdio,
  });
  child.stdin?.on('error', () => undefined);
  return child;
}

/** Runs a program to its end; answers its exit code. */
export function runNode(program: NodeProgram, output: number, stop?: AbortSignal): Promise<number> {
  const child = spawnNode(program, output);
  const end = () => child.pid && signalGroup(child.pid, 'SIGTERM');
  stop?.addEventListener('abort', end, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      stop?.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
