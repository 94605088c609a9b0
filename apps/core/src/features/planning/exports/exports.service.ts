import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type PlanExport, type PlanExportCreate, PrintOptions } from '@k12/contracts/planning/exports';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { daysLater } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { madeFileExpiresAt, openMadeFile, withMadeState } from '../../../platform/files/made-files.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { selectPlanState } from '../versions/plan-state.service.ts';
import { renderExportJob } from './exports.jobs.ts';
import * as queries from './exports.queries.ts';

export async function createExport(context: Context, input: PlanExportCreate): Promise<PlanExport> {
  const user_id = context.actor.user_id;
  if (!user_id) throw new Problem('forbidden');
  const options: PrintOptions = Object.assign(PrintOptions.parse({}), input.options);
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, input.plan_id);
    // A version that does not exist is refused now, not by a failed job later.
    const { version_number } = await selectPlanState(tx, plan, options.version);
    const what = [plan.id, input.format, options, version_number ?? plan.draft_revision, plan.updated_at];
    const request_hash = createHash('sha256').update(JSON.stringify(what)).digest();
    const since = daysLater(now, -1);
    const same = await queries.selectSameExport(tx, user_id, request_hash, since);
    if (same) return present(same);
    const row = await queries.createExport(tx, {
      id: newId(),
      plan_id: plan.id,
      requested_by: user_id,
      format: input.format,
      // Named by number, so that a version saved meanwhile is not what comes out.
      options: { ...options, version: version_number ?? 'draft' },
      request_hash,
      created_at: now.toISOString(),
      expires_at: madeFileExpiresAt(now),
    });
    await enqueue(tx, context, renderExportJob, { export_id: row.id });
    await recordAudit(tx, context, {
      action: 'plan.exported',
      target_type: 'plan',
      target_id: plan.id,
      school_id: plan.school_id,
    });
    return present(row);
  });
}

export async function getExport(context: Context, id: string): Promise<PlanExport> {
  return present(await selectOwnExport(context, id));
}

export async function openExportFile(
  context: Context,
  id: string,
): Promise<{ content: Readable; file_name: string; content_type: string; size_bytes: number }> {
  const row = await selectOwnExport(context, id);
  const { content, file_name } = await openMadeFile(context, row);
  return { content, file_name, content_type: row.content_type ?? '', size_bytes: Number(row.size_bytes) };
}

/** One's own, and only while the plan may still be read: revoked access ends links at once (PLN-142, PLN-169). */
async function selectOwnExport(context: Context, id: string): Promise<queries.ExportRow> {
  return context.readTenant(async (tx) => {
    const row = await queries.selectOptionalExport(tx, id);
    if (!row || row.requested_by !== context.actor.user_id) throw new Problem('not_found');
    await selectReadablePlan(tx, context.actor, row.plan_id);
    return withMadeState(row, context.platform.clock.now());
  });
}

function present(row: queries.ExportRow): PlanExport {
  const { id, plan_id, format, state, file_name, size_bytes, reason, created_at, expires_at } = row;
  const size = size_bytes === null ? null : Number(size_bytes);
  return { id, plan_id, format, state, file_name, size_bytes: size, reason, created_at, expires_at };
}
