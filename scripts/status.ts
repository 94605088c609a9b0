// npm run status            what is running, in words
// npm run -s status -- --json   the same for programs; the database passwords are in it. Exit code 1 when not running.
import { accountLines } from './launcher/announce.ts';
import { inspectLock } from './launcher/lock.ts';
import { instancePaths } from './launcher/paths.ts';
import { isAlive } from './launcher/process-identity.ts';
import { type RunningInstance, readRunning } from './launcher/running.ts';
import { answers } from './launcher/supervise.ts';

const paths = instancePaths();
const alive = inspectLock(paths.lock).state === 'held';
const record = alive ? readRunning(paths.running) : undefined;
const asJson = process.argv.includes('--json');

if (!record) {
  const state = alive ? 'Homeroom is starting.' : 'Homeroom is not running. npm start starts it.';
  console.log(asJson ? JSON.stringify({ running: false, phase: alive ? 'starting' : 'stopped' }) : state);
  process.exitCode = 1;
} else {
  const health = await healthOf(record);
  if (asJson) console.log(JSON.stringify(forPrograms(record, health), null, 2));
  else console.log(forPeople(record, health));
  if (record.phase !== 'ready') process.exitCode = 1;
}

async function healthOf({ addresses, processes }: RunningInstance): Promise<Record<string, boolean>> {
  const [core, gateway, web] = await Promise.all([
    answers(`${addresses.core}/ready`),
    answers(`${addresses.ai_gateway}/v1/health`),
    answers(`${addresses.web}/login`),
  ]);
  const postgres = processes.postgres ? { postgres: isAlive(processes.postgres) } : {};
  return { ...postgres, core, worker: isAlive(processes.worker), ai_gateway: gateway, web };
}

function forPrograms({ processes, ...record }: RunningInstance, health: Record<string, boolean>) {
  const pids = Object.fromEntries(Object.entries(processes).map(([name, { pid }]) => [name, pid]));
  return { running: true, ...record, processes: pids, healthy: health };
}

function forPeople(record: RunningInstance, health: Record<string, boolean>): string {
  const { addresses, processes, restarts, versions } = record;
  const since = new Date(record.started_at).toLocaleTimeString();
  const row = (name: string, title: string, address: string) => {
    const again = restarts[name] ? `, restarted ${restarts[name]}×` : '';
    const state = health[name] === false ? 'NOT ANSWERING' : 'ok';
    return `    ${title.padEnd(18)} ${state.padEnd(14)} ${address.padEnd(34)} pid ${processes[name]?.pid ?? '–'}${again}`;
  };
  return [
    '',
    `  Homeroom ${versions.homeroom} is ${record.phase === 'ready' ? 'running' : 'starting'} (${record.mode}, since ${since}).`,
    '',
    row('web', 'Web app', addresses.web),
    row('core', 'API', addresses.api),
    row('ai_gateway', 'AI gateway', addresses.ai_gateway),
    row('worker', 'Background worker', ''),
    row('postgres', 'Database', new URL(addresses.database.app || 'postgres://none').host),
    '',
    `    Node ${versions.node}, PostgreSQL ${versions.postgres}, Next ${versions.next}`,
    '',
    ...accountLines(record),
  ].join('\n');
}
