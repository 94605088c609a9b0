import type { Backfill } from '@k12/contracts/operations/database';
import type { ErrorGroup } from '@k12/contracts/operations/errors';
import type { GlobalFlag } from '@k12/contracts/operations/feature-flags';
import { flags as declared } from '@k12/contracts/operations/flags';
import { checkNames, type HealthReport } from '@k12/contracts/operations/health';
import type { JobSchedule, QueueFigures } from '@k12/contracts/operations/jobs';

export interface Known {
  health: HealthReport | undefined;
  queues: { data: QueueFigures[]; workers: { seen_at: string }[] } | undefined;
  schedules: JobSchedule[] | undefined;
  errors: ErrorGroup[] | undefined;
  backfills: Backfill[] | undefined;
  flags: GlobalFlag[] | undefined;
}

/** Something that somebody should look at, and the part of the page that shows it. */
export type Concern =
  | { about: 'check'; name: (typeof checkNames)[number]; grave: boolean }
  | { about: 'workers'; grave: true }
  | { about: 'queue'; queue: QueueFigures['queue']; minutes: number; grave: boolean }
  | { about: 'dead'; count: number; grave: false }
  | { about: 'schedule'; kind: string; grave: false }
  | { about: 'errors'; count: number; grave: false }
  | { about: 'backfill'; name: string; grave: false }
  | { about: 'switch'; key: GlobalFlag['key']; grave: false };

const longWaitSeconds = 300;
const workerLostMs = 60_000;
const recentMs = 86_400_000;

/** The gravest first; what is not known yet is no concern (OPS-105, OPS-154). */
export function concernsOf(known: Known, now: number): Concern[] {
  const concerns = [...ofHealth(known), ...ofQueues(known, now), ...ofRest(known, now)];
  return concerns.sort((one, other) => Number(other.grave) - Number(one.grave));
}

function ofHealth({ health }: Known): Concern[] {
  if (!health) return [];
  return checkNames
    .filter((name) => health.checks[name].status !== 'healthy')
    .map((name) => ({ about: 'check', name, grave: health.checks[name].status === 'critical' }));
}

function ofQueues({ queues }: Known, now: number): Concern[] {
  if (!queues) return [];
  const concerns: Concern[] = [];
  if (!queues.workers.some(({ seen_at }) => now - Date.parse(seen_at) < workerLostMs))
    concerns.push({ about: 'workers', grave: true });
  for (const { queue, oldest_waiting_seconds: oldest } of queues.data)
    if (oldest !== null && oldest > longWaitSeconds)
      concerns.push({ about: 'queue', queue, minutes: Math.round(oldest / 60), grave: queue === 'critical' });
  const count = queues.data.reduce((sum, { dead }) => sum + dead, 0);
  if (count > 0) concerns.push({ about: 'dead', count, grave: false });
  return concerns;
}

function ofRest({ schedules = [], errors = [], backfills = [], flags = [] }: Known, now: number): Concern[] {
  const recent = errors.filter(({ last_seen_at }) => now - Date.parse(last_seen_at) < recentMs);
  const count = recent.reduce((sum, group) => sum + group.count, 0);
  return [
    ...schedules
      .filter(({ last_outcome }) => last_outcome === 'failed')
      .map(({ kind }): Concern => ({ about: 'schedule', kind, grave: false })),
    ...(count > 0 ? [{ about: 'errors', count, grave: false } as const] : []),
    ...backfills
      .filter(({ state }) => state === 'failed')
      .map(({ name }): Concern => ({ about: 'backfill', name, grave: false })),
    ...flags
      .filter(({ key, enabled }) => declared[key].kind === 'kill_switch' && enabled === false)
      .map(({ key }): Concern => ({ about: 'switch', key, grave: false })),
  ];
}
