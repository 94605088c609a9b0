// Keeps one service running: starts it, notices when it dies, starts it again with growing pauses, ends it on time.
import type { ChildProcess } from 'node:child_process';
import { closeSync, readFileSync, statSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { logFile, logTail, openLog } from './logs.ts';
import { goneWithin, identityOf, type ProcessIdentity, signalGroup } from './process-identity.ts';
import { type NodeProgram, spawnNode } from './spawn-node.ts';

export type ServicePlan = NodeProgram & {
  name: string;
  title: string;
  /** Answers true once the service does its work. */
  isReady: (output: () => string) => Promise<boolean>;
};

export type Service = {
  plan: ServicePlan;
  identity(): ProcessIdentity | undefined;
  restarts(): number;
  /** Rejects with the end of the log when the service keeps dying before it was ever ready. */
  whenReady(timeoutMs: number, stop: AbortSignal): Promise<void>;
  stop(patienceMs: number): Promise<void>;
};

export type Watch = { changed(): void; died(service: Service, how: string, pauseMs: number): void };

const SETTLED_MS = 30_000;
const EARLY_DEATHS_ALLOWED = 3;
/** A service refuses its configuration with this code: starting it again changes nothing. */
const EX_CONFIG = 78;

export function pauseBefore(restart: number): number {
  return Math.min(250 * 2 ** Math.max(0, restart - 1), 10_000);
}

export function startService(plan: ServicePlan, logFolder: string, watch: Watch, echo = false): Service {
  let child: ChildProcess | undefined;
  let identity: ProcessIdentity | undefined;
  let restarts = 0;
  let deathsInARow = 0;
  let stopping = false;
  let hopeless = false;
  let everReady = false;
  const log = logFile(logFolder, plan.name);
  let logStart = 0;
  const output = () => readFrom(log, logStart);

  const launch = () => {
    const startedAt = Date.now();
    logStart = sizeOf(log);
    child = spawnService(plan, logFolder, echo);
    identity = child.pid ? identityOf(child.pid) : undefined;
    watch.changed();
    let settled = false;
    const ended = async (how: string) => {
      if (settled) return;
      settled = true;
      identity = undefined;
      if (stopping) return;
      deathsInARow = Date.now() - startedAt > SETTLED_MS ? 1 : deathsInARow + 1;
      restarts += 1;
      const pause = pauseBefore(deathsInARow);
      watch.died(service, how, pause);
      await wait(pause, undefined, { ref: true });
      if (!stopping) launch();
    };
    child.once('error', (error) => void ended(error.message));
    child.once('exit', (code, signal) => {
      hopeless = code === EX_CONFIG;
      void ended(signal ?? `exit code ${code}`);
    });
  };

  const service: Service = {
    plan,
    identity: () => identity,
    restarts: () => restarts,
    async whenReady(timeoutMs, stop) {
      const until = Date.now() + timeoutMs;
      let pause = 50;
      while (!everReady) {
        stop.throwIfAborted();
        if (identity && (await plan.isReady(output))) everReady = true;
        else if (hopeless || deathsInARow > EARLY_DEATHS_ALLOWED)
          throw new Error(`${plan.title} keeps stopping.\n${logTail(log)}`);
        else if (Date.now() > until)
          throw new Error(`${plan.title} did not answer in time.\n${logTail(log)}`);
        else await wait(pause);
        pause = Math.min(pause * 1.3, 500);
      }
    },
    async stop(patienceMs) {
      stopping = true;
      const current = identity;
      if (!current) return;
      signalGroup(current.pid, 'SIGTERM');
      if (await goneWithin(current, patienceMs)) return;
      signalGroup(current.pid, 'SIGKILL');
      await goneWithin(current, 1_000);
    },
  };
  launch();
  return service;
}

function spawnService(plan: ServicePlan, logFolder: string, echo: boolean): ChildProcess {
  const log = openLog(logFolder, plan.name);
  const child = spawnNode(plan, echo ? 'pipe' : log);
  if (!echo) closeSync(log);
  else for (const stream of [child.stdout, child.stderr]) if (stream) echoLines(plan.name, stream, log);
  return child;
}

function echoLines(name: string, stream: NodeJS.ReadableStream, log: number): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    writeSync(log, text);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) process.stdout.write(`${name.padEnd(10)} | ${line}\n`);
  });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(file: string, start: number): string {
  try {
    return readFileSync(file).subarray(start).toString('utf8');
  } catch {
    return '';
  }
}

export async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    await reply.arrayBuffer();
    return reply.status < 400;
  } catch {
    return false;
  }
}
