import type { AlignmentTarget, Emphasis, StandardAlignment } from '@k12/contracts/planning/alignments';
import type { StandardSummary } from '@k12/contracts/planning/standards';
import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';
import { summaryColumns } from '../standards/standards.rules.ts';

export type StandardColumns = {
  [Name in keyof StandardSummary as `standard_${Name}`]: StandardSummary[Name];
};

export interface AlignmentRow extends StandardColumns {
  alignment_id: string;
  target_type: AlignmentTarget;
  target_id: string;
  emphasis: Emphasis | null;
  note: string | null;
  source: StandardAlignment['source'];
  created_at: string;
  framework_title: string;
  target_title: string | null;
}

function rowsWithStandard(tx: Transaction) {
  return tx
    .selectFrom('standard_alignments as alignment')
    .innerJoin('standards as standard', 'standard.id', 'alignment.standard_id')
    .innerJoin('standard_frameworks as framework', 'framework.id', 'standard.framework_id')
    .leftJoin('plans', 'plans.id', 'alignment.target_id')
    .select([
      'alignment.id as alignment_id',
      'alignment.target_type',
      'alignment.target_id',
      'alignment.emphasis',
      'alignment.note',
      'alignment.source',
      'alignment.created_at',
      'framework.title as framework_title',
      'plans.title as target_title',
    ])
    .select(summaryColumns.map((name) => `standard.${name} as standard_${name}` as const))
    .$castTo<AlignmentRow>()
    .orderBy('standard.code_normalized')
    .orderBy('alignment.id');
}

export function listOfTargets(tx: Transaction, targetIds: readonly string[]) {
  return rowsWithStandard(tx)
    .where('alignment.target_id', 'in', targetIds.length > 0 ? targetIds : [newId()])
    .limit(2_000)
    .execute();
}

/** Of one standard, or of its branch, as far as the plans are in reach. */
export function listOfStandard(
  tx: Transaction,
  standardId: string,
  withBranch: boolean,
  readable: PlanCondition,
) {
  const rows = rowsWithStandard(tx).where(readable).limit(500);
  if (!withBranch) return rows.where('alignment.standard_id', '=', standardId).execute();
  return rows
    .where((eb) =>
      eb.or([
        eb('standard.id', '=', standardId),
        sql<boolean>`${standardId}::uuid = any(standard.ancestor_ids)`,
      ]),
    )
    .execute();
}

export async function countOfStandard(
  tx: Transaction,
  standardId: string,
  withBranch: boolean,
): Promise<number> {
  const rows = tx
    .selectFrom('standard_alignments as alignment')
    .innerJoin('standards as standard', 'standard.id', 'alignment.standard_id')
    .innerJoin('plans', 'plans.id', 'alignment.target_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plans.deleted_at', 'is', null);
  const row = await (withBranch
    ? rows.where((eb) =>
        eb.or([
          eb('standard.id', '=', standardId),
          sql<boolean>`${standardId}::uuid = any(standard.ancestor_ids)`,
        ]),
      )
    : rows.where('alignment.standard_id', '=', standardId)
  ).executeTakeFirstOrThrow();
  return row.count;
}

export async function selectAlignment(tx: Transaction, id: string) {
  const row = await rowsWithStandard(tx).where('alignment.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

interface Pair {
  standard_id: string;
  target_type: AlignmentTarget;
  target_id: string;
}

/** The id and whether the row is new: aligning twice gives the same record (PLN-87). */
export async function createAlignment(
  tx: Transaction,
  pair: Pair,
  given: { emphasis?: Emphasis | null | undefined; note?: string | null | undefined },
  author: { created_by: string | null; created_at: string },
): Promise<{ id: string; is_new: boolean }> {
  const made = await tx
    .insertInto('standard_alignments')
    .values({ id: newId(), ...pair, emphasis: given.emphasis ?? null, note: given.note ?? null, ...author })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'target_id', 'target_type', 'standard_id']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (made) return { id: made.id, is_new: true };
  const changes = {
    ...(given.emphasis === undefined ? {} : { emphasis: given.emphasis }),
    ...(given.note === undefined ? {} : { note: given.note }),
  };
  const { target_id, target_type, standard_id } = pair;
  const found =
    Object.keys(changes).length > 0
      ? tx
          .updateTable('standard_alignments')
          .set(changes)
          .where('target_id', '=', target_id)
          .where('target_type', '=', target_type)
          .where('standard_id', '=', standard_id)
          .returning('id')
      : tx
          .selectFrom('standard_alignments')
          .select('id')
          .where('target_id', '=', target_id)
          .where('target_type', '=', target_type)
          .where('standard_id', '=', standard_id);
  const { id } = await found.executeTakeFirstOrThrow();
  return { id, is_new: false };
}

export async function deleteAlignment(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('standard_alignments').where('id', '=', id).execute();
}

export async function deletePair(
  tx: Transaction,
  { standard_id, target_type, target_id }: Pair,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('standard_alignments')
    .where('target_id', '=', target_id)
    .where('target_type', '=', target_type)
    .where('standard_id', '=', standard_id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** What replaces each of these standards, in the order of the package; only what is there and active. */
export async function listReplacements(tx: Transaction, standardIds: readonly string[]) {
  if (standardIds.length === 0) return [];
  return tx
    .selectFrom('standards as replaced')
    .innerJoin('standard_associations as link', 'link.origin_identifier', 'replaced.identifier')
    .innerJoin('standards as standard', 'standard.identifier', 'link.destination_identifier')
    .select('replaced.id as replaced_id')
    .select(summaryColumns.map((name) => `standard.${name} as standard_${name}` as const))
    .where('replaced.id', 'in', standardIds)
    .where('link.type', '=', 'replaced_by')
    .where('standard.state', '=', 'active')
    .orderBy('link.sequence')
    .orderBy('standard.code_normalized')
    .$castTo<StandardColumns & { replaced_id: string }>()
    .execute();
}

export function listLessonsOf(tx: Transaction, unitId: string) {
  return tx
    .selectFrom('plans')
    .select(['id', 'title'])
    .where('unit_plan_id', '=', unitId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
