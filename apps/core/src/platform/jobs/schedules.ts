import type { Transaction } from '@k12/db';
import type { PgBoss } from 'pg-boss';
import type { Platform } from '../context.ts';
import type { Job, SystemJob } from './define-job.ts';
import { enqueueSystemJob } from './enqueue.ts';
import type { FinishedJob } from './handle-job.ts';

type ScheduledJob = SystemJob & { schedule: NonNullable<SystemJob['schedule']> };

function isScheduled(job: Job): job is ScheduledJob {
  return job.scope === 'system' && job.schedule !== undefined;
}

const reason = 'run recurring jobs';

/**
 * Recurring jobs. The row of a schedule says when it is due; whoever moves that instant forward queues the job in
 * the same transaction, so a tick happens once whatever the number of workers and colours (OPS-98).
 */
export function createScheduler(platform: Platform, boss: PgBoss, jobs: readonly Job[]) {
  const scheduled = jobs.filter(isScheduled);
  const kinds = new Map(scheduled.map((job) => [job.name, job]));

  const nextAfter = (job: ScheduledJob, instant: Date): Date => {
    const options = { tz: job.schedule.time_zone ?? 'UTC', from: instant, count: 1 };
    const [next] = boss.previewSchedule(job.schedule.cron, options);
    if (!next) throw new Error(`The schedule of ${job.name} never comes due`);
    return next;
  };

  return {
    /** Writes down new and changed schedules; those of other versions of the code stay untouched. */
    register: () =>
      platform.db.asJob(reason, async (tx) => {
        for (const job of scheduled) {
          const { cron, time_zone = 'UTC' } = job.schedule;
          const next_run_at = nextAfter(job, platform.clock.now());
          await tx
            .insertInto('job_schedules')
            .values({ kind: job.name, cron, time_zone, next_run_at })
            .onConflict((conflict) =>
              conflict
                .column('kind')
                .doUpdateSet({ cron, time_zone, next_run_at })
                .where((eb) =>
                  eb.or([
                    eb('job_schedules.cron', '<>', cron),
                    eb('job_schedules.time_zone', '<>', time_zone),
                  ]),
                ),
            )
            .execute();
        }
      }),

    /** Queues what is due. Ticks missed while no worker ran are made up for by one. */
    tick: () =>
      platform.db.asJob(reason, async (tx) => {
        const now = platform.clock.now();
        for (const kind of await lockDue(tx, [...kinds.keys()], now)) {
          const job = kinds.get(kind);
          if (!job) continue;
          const id = await enqueueSystemJob(tx, job, {}, { unique_key: 'scheduled' });
          await tx
            .updateTable('job_schedules')
            .set({ next_run_at: nextAfter(job, now), last_run_at: now, last_job_id: id })
            .where('kind', '=', kind)
            .execute();
        }
      }),

    /** The outcome of the run that the schedule queued last. */
    recordOutcome: async (finished: FinishedJob): Promise<void> => {
      if (!kinds.has(finished.kind)) return;
      await platform.db.asJob(reason, (tx) =>
        tx
          .updateTable('job_schedules')
          .set({
            last_duration_ms: finished.duration_ms,
            last_outcome: finished.outcome,
            last_error: finished.error,
          })
          .where('kind', '=', finished.kind)
          .where('last_job_id', '=', finished.id)
          .execute(),
      );
    },
  };
}

async function lockDue(tx: Transaction, kinds: string[], now: Date): Promise<string[]> {
  if (kinds.length === 0) return [];
  const rows = await tx
    .selectFrom('job_schedules')
    .select('kind')
    .where('kind', 'in', kinds)
    .where('next_run_at', '<=', now.toISOString())
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.kind);
}
