import type {
  PlanRollover,
  RolloverCreate,
  RolloverPreview,
  RolloverPreviewRequest,
} from '@k12/contracts/planning/plan-rollovers';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { actingUser } from '../versions/cut-version.service.ts';
import { planRollover } from './plan-rollover.service.ts';
import { rolloverJob } from './rollovers.jobs.ts';
import * as queries from './rollovers.queries.ts';

/** Where every unit would stand, and what does not fit, before anything is made (PLN-149). */
export async function previewRollover(
  context: Context,
  input: RolloverPreviewRequest,
): Promise<RolloverPreview> {
  return context.readTenant(async (tx) => ({ data: await planRollover(tx, context, input) }));
}

export async function createRollover(context: Context, input: RolloverCreate): Promise<PlanRollover> {
  const { from_course_id, to_course_id, copy_units } = input;
  return context.withTenant(async (tx) => {
    const items = await planRollover(tx, context, input);
    if (items.length === 0)
      throw invalid('/from_course_id', 'nothing_placed', 'No unit is placed on this course.');
    const row = await queries.createRollover(tx, {
      id: newId(),
      from_course_id,
      to_course_id,
      copy_units,
      placement_ids: items.map(({ placement_id }) => placement_id),
      created_by: actingUser(context),
      created_at: context.platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'plan_rollover.created',
      target_type: 'plan_rollover',
      target_id: row.id,
      changes: { units: items.length, from_course_id, to_course_id },
    });
    await enqueue(tx, context, rolloverJob, { rollover_id: row.id });
    return present(row);
  });
}

/** One's own only. */
export async function getRollover(context: Context, id: string): Promise<PlanRollover> {
  return context.readTenant(async (tx) => {
    const row = await queries.selectOptionalRollover(tx, id);
    if (!row || row.created_by !== context.actor.user_id) throw new Problem('not_found');
    return present(row);
  });
}

function present(row: queries.RolloverRow): PlanRollover {
  const results = row.results as unknown as Record<string, queries.RolloverResult>;
  const { id, state, from_course_id, to_course_id, created_at, finished_at } = row;
  const items = row.placement_ids.map((placement_id) => {
    const result = results[placement_id];
    const status = result && result.status !== 'copied' ? result.status : ('waiting' as const);
    return {
      placement_id,
      status,
      unit_plan_id: result?.unit_plan_id ?? null,
      new_placement_id: result?.new_placement_id ?? null,
      reason: result?.reason ?? null,
    };
  });
  return { id, state, from_course_id, to_course_id, items, created_at, finished_at };
}
