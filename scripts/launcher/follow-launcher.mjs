// Loaded before each service (`node --import`). Standard input is a pipe held by the launcher: it ends when the
// launcher does, even by `kill -9`, and the service then stops as if it had been asked to. No orphan outlives it.
import { isMainThread } from 'node:worker_threads';

// Flags are inherited by what the service forks; only the launcher's own child holds the pipe.
const launcher = Number(new URL(import.meta.url).searchParams.get('launcher'));
const watched = process.env.WATCH_REPORT_DEPENDENCIES !== undefined;

if (isMainThread && (process.ppid === launcher || watched)) {
  process.stdin.on('error', leave);
  process.stdin.on('end', leave);
  process.stdin.resume();
  process.stdin.unref?.();
}

function leave() {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 6_000).unref();
  // In watch mode the parent is Node's file watcher, which would wait for the next change for ever.
  if (watched) process.kill(process.ppid, 'SIGTERM');
  process.kill(process.pid, 'SIGTERM');
}
