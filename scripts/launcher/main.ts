// What `npm start` and `npm run dev` share: the lock, the signals, the order of stopping.
import { announcement } from './announce.ts';
import { loadDotEnv, type Mode } from './environment.ts';
import { startInstance } from './instance.ts';
import { endLeftovers } from './leftovers.ts';
import { acquireLock } from './lock.ts';
import { onParentGone } from './parent.mjs';
import { instancePaths } from './paths.ts';
import { startProgress } from './progress.ts';
import { readRunning } from './running.ts';

const STOP_LIMIT_MS = 9_500;

export async function runInstance(mode: Mode): Promise<void> {
  loadDotEnv();
  const paths = instancePaths();
  const release = acquireLock(paths.lock);
  if (!release) return showRunning(paths.running);

  const stopping = stopRequests();
  const progress = startProgress();
  try {
    for (const name of await endLeftovers(paths.running))
      progress.note(`Ended ${name}, left over from a run that was cut off.`);
    const instance = await startInstance(mode, paths, progress, stopping);
    console.log(announcement(instance.running, `Homeroom is ready after ${progress.seconds()}.`));
    await untilAborted(stopping);
    await instance.stop();
    console.log('  Homeroom has stopped. Your data is kept; npm start brings it back.');
  } catch (error) {
    if (!stopping.aborted) {
      console.error(
        `\n  Homeroom could not start: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      console.error('  npm run doctor names the cause and the cure.\n');
      process.exitCode = 1;
    }
  } finally {
    release();
  }
  process.exit();
}

/** The first request stops in order; a later one, or ten seconds, ends the launcher, and the services follow it. */
function stopRequests(): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  const stop = () => {
    if (controller.signal.aborted) {
      // Ctrl-C arrives twice: once from the terminal and once passed on by npm.
      if (Date.now() - firstAt > 1_000) process.exit(1);
      return;
    }
    firstAt = Date.now();
    console.log('\n  Stopping …');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The process that npm started is gone without a signal: nobody is left to stop this one.
  if (process.channel) {
    process.once('disconnect', stop);
    process.channel.unref();
  }
  onParentGone(stop);
  return controller.signal;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  const keepAlive = setInterval(() => undefined, 60_000);
  return new Promise((resolve) => {
    const done = () => {
      clearInterval(keepAlive);
      resolve();
    };
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}

function showRunning(runningFile: string): void {
  const running = readRunning(runningFile);
  if (running?.phase === 'ready') console.log(announcement(running, 'Homeroom is already running.'));
  else
    console.log('\n  Homeroom is being started by another process; npm run status shows when it is ready.\n');
}
