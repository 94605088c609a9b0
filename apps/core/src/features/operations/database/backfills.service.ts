import type { Backfill as BackfillRecord } from '@k12/contracts/operations/database';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import * as rows from '../../../platform/backfills/backfill-rows.ts';
import type { Backfill } from '../../../platform/backfills/define-backfill.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { enqueueSystemJob } from '../../../platform/jobs/enqueue.ts';
import { backfills, runBackfillJob } from './database.jobs.ts';

const reason = 'show and steer backfills';

/** For operators of the installation: the endpoints let nobody else in (OPS-91). */
export async function listBackfills(context: Context): Promise<{ data: BackfillRecord[] }> {
  const { platform } = context;
  const data = await platform.db.asJob(reason, async (tx) => {
    const known = new Map((await rows.listBackfillRows(tx)).map((row) => [row.name, row]));
    const records: BackfillRecord[] = [];
    for (const backfill of backfills) {
      const row = known.get(backfill.name);
      records.push({
        name: backfill.name,
        purpose: backfill.purpose,
        state: row?.state ?? 'never_started',
        rows_done: row?.rows_done ?? 0,
        remaining: await backfill.remaining(tx, platform),
        error: row?.error ?? null,
        started_at: row?.started_at ?? null,
        updated_at: row?.updated_at ?? null,
        finished_at: row?.finished_at ?? null,
      });
    }
    return records;
  });
  return { data };
}

export async function startBackfill(context: Context, name: string): Promise<BackfillRecord> {
  const { db, clock } = context.platform;
  const backfill = named(name);
  await note(context, 'backfill.started', name);
  await db.asJob(reason, async (tx) => {
    await rows.startBackfillRow(tx, name, clock.now().toISOString());
    await enqueueSystemJob(tx, runBackfillJob, { name: backfill.name as never }, { unique_key: name });
  });
  return getBackfill(context, name);
}

export async function pauseBackfill(context: Context, name: string): Promise<BackfillRecord> {
  const { db, clock } = context.platform;
  named(name);
  await db.asJob(reason, async (tx) => {
    const row = await rows.lockBackfill(tx, name);
    if (row?.state !== 'running') throw new Problem('conflict', { detail: 'It does not run.' });
    await rows.updateBackfillRow(tx, name, { state: 'paused', updated_at: clock.now().toISOString() });
  });
  await note(context, 'backfill.paused', name);
  return getBackfill(context, name);
}

async function getBackfill(context: Context, name: string): Promise<BackfillRecord> {
  const found = (await listBackfills(context)).data.find((row) => row.name === name);
  if (!found) throw new Problem('not_found');
  return found;
}

function named(name: string): Backfill {
  const found = backfills.find((backfill) => backfill.name === name);
  if (!found) throw new Problem('not_found');
  return found;
}

async function note(context: Context, action: string, name: string): Promise<void> {
  await context.withTenant((tx) =>
    recordAudit(tx, context, { action, target_type: 'backfill', changes: { name } }),
  );
}
