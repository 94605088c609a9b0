import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import * as planQueries from './plan-alignments.queries.ts';

export type PlanAlignment = planQueries.PlanAlignment;

/** What the draft of a plan is aligned to, in order of code: a version keeps these words. */
export function alignmentsOfPlan(tx: Transaction, planId: string): Promise<PlanAlignment[]> {
  return planQueries.listPlanAlignments(tx, planId);
}

/** For restoring a version: the draft is aligned to exactly these, as far as the standards still exist (PLN-91). */
export async function replaceAlignments(
  tx: Transaction,
  context: Context,
  planId: string,
  alignments: Pick<PlanAlignment, 'standard_id' | 'emphasis' | 'note'>[],
): Promise<void> {
  await planQueries.deleteAlignmentsOf(tx, [planId]);
  await createAll(tx, context, planId, alignments, 'manual');
}

/** Called where a version is cut, after its row is written: coverage counts these rows set-wise (PLN-94). */
export function freezeAlignments(tx: Transaction, planId: string, versionId: string): Promise<void> {
  return planQueries.createVersionAlignments(tx, planId, versionId);
}

/** For purging what was aligned; versions lose their rows with the version. */
export function removeAlignmentsOf(tx: Transaction, targetIds: string[]): Promise<void> {
  return planQueries.deleteAlignmentsOf(tx, targetIds);
}

async function createAll(
  tx: Transaction,
  context: Context,
  planId: string,
  alignments: Pick<PlanAlignment, 'standard_id' | 'emphasis' | 'note'>[],
  source: 'manual' | 'template' | 'inherited',
): Promise<void> {
  if (alignments.length === 0) return;
  const target_type = await planQueries.selectTargetType(tx, planId);
  const rows = alignments.map(({ standard_id, emphasis, note }) => ({ standard_id, emphasis, note, source }));
  await planQueries.createPlanAlignments(tx, { target_type, target_id: planId }, rows, {
    created_by: context.actor.user_id,
    created_at: context.platform.clock.now().toISOString(),
  });
}
