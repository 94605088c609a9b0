import type { StandardQuery, TreeQuery } from '@k12/contracts/planning/standards';
import type { Changes, Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';
import type { VisibleFrameworks } from './frameworks.policy.ts';
import { summaryColumns } from './standards.rules.ts';

const detailColumns = [
  ...summaryColumns,
  'ancestor_ids',
  'notes',
  'language',
  'licence',
  'source_uri',
  'origin',
] as const;

export type SummaryRow = Awaited<ReturnType<typeof listByIds>>[number];
export type StandardRow = NonNullable<Awaited<ReturnType<typeof selectOptionalStandard>>>;

export function listByIds(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.selectFrom('standards').select(summaryColumns).where('id', 'in', ids).execute();
}

export function selectOptionalStandard(tx: Transaction, id: string) {
  return tx.selectFrom('standards').select(detailColumns).where('id', '=', id).executeTakeFirst();
}

export async function selectStandard(tx: Transaction, id: string): Promise<StandardRow> {
  const standard = await selectOptionalStandard(tx, id);
  if (!standard) throw new Problem('not_found');
  return standard;
}

/** In order of code; a school's extensions are for that school. */
export function listStandards(
  tx: Transaction,
  { schools }: VisibleFrameworks,
  query: StandardQuery,
  after: Position,
) {
  let rows = tx
    .selectFrom('standards')
    .innerJoin('standard_frameworks as framework', 'framework.id', 'standards.framework_id')
    .select(summaryColumns.map((name) => `standards.${name}` as const))
    .select('standards.code_normalized')
    .limit(query.limit + 1);
  if (schools !== 'all') {
    rows = rows.where((eb) =>
      eb.or([
        eb.and([eb('framework.school_id', 'is', null), eb('standards.school_id', 'is', null)]),
        ...(schools.length > 0
          ? [
              eb(
                sql<string>`coalesce(${eb.ref('standards.school_id')}, ${eb.ref('framework.school_id')})`,
                'in',
                schools,
              ),
            ]
          : []),
      ]),
    );
  }
  if (query.framework_id) rows = rows.where('standards.framework_id', '=', query.framework_id);
  if (query.state) rows = rows.where('standards.state', '=', query.state);
  if (query.grade_level) rows = rows.where(sql<boolean>`${query.grade_level} = any(standards.grade_levels)`);
  return inOrderAfter(rows, ['standards.code_normalized', 'standards.id'], after).execute();
}

type ShownSchools = 'all' | string[];

/** One level: the roots, what is unplaced, or the children of one. */
export function listLevel(
  tx: Transaction,
  frameworkId: string,
  schools: ShownSchools,
  query: Pick<TreeQuery, 'parent' | 'unplaced' | 'grade_level' | 'subject' | 'include_retired'>,
) {
  let rows = tx
    .selectFrom('standards')
    .select(summaryColumns)
    .select((eb) =>
      eb
        .selectFrom('standards as child')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('child.parent_id', '=', 'standards.id')
        .as('children_count'),
    )
    .where('framework_id', '=', frameworkId)
    .orderBy('position')
    .orderBy('id');
  rows =
    query.parent === undefined
      ? rows.where('parent_id', 'is', null).where('is_unplaced', '=', query.unplaced)
      : rows.where('parent_id', '=', query.parent);
  if (schools !== 'all') {
    rows = rows.where((eb) =>
      eb.or([eb('school_id', 'is', null), ...(schools.length > 0 ? [eb('school_id', 'in', schools)] : [])]),
    );
  }
  if (!query.include_retired) rows = rows.where('state', '=', 'active');
  const { grade_level, subject } = query;
  // A branch is shown while anything in it fits; what says nothing of its grade fits all.
  if (grade_level)
    rows = rows.where(fits(sql`cardinality(one.grade_levels) = 0 or ${grade_level} = any(one.grade_levels)`));
  if (subject) rows = rows.where(fits(sql`cardinality(one.subjects) = 0 or ${subject} = any(one.subjects)`));
  return rows.execute();
}

function fits(condition: ReturnType<typeof sql>) {
  return sql<boolean>`exists (
    select from standards one
    where one.tenant_id = app.current_tenant() and one.framework_id = standards.framework_id
      and (one.id = standards.id or (not standards.is_leaf and standards.id = any(one.ancestor_ids)))
      and one.is_leaf and (${condition})
  )`;
}

/** Alignments of plans in reach, for each of these standards together with what is below it (PLN-84). */
export async function countAlignments(
  tx: Transaction,
  frameworkId: string,
  ids: readonly string[],
  readable: PlanCondition,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom(
      tx
        .selectFrom('standard_alignments as alignment')
        .innerJoin('standards as one', 'one.id', 'alignment.standard_id')
        .innerJoin('plans', 'plans.id', 'alignment.target_id')
        .select(sql<string>`unnest(one.ancestor_ids || one.id)`.as('branch_id'))
        .where('one.framework_id', '=', frameworkId)
        .where(readable)
        .as('branches'),
    )
    .select(['branch_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('branch_id', 'in', ids)
    .groupBy('branch_id')
    .execute();
  return new Map(rows.map(({ branch_id, count }) => [branch_id, count]));
}

export async function listBreadcrumb(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('standards')
    .select(['id', 'code', 'statement'])
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

export async function countUnplaced(tx: Transaction, frameworkId: string): Promise<number> {
  const row = await tx
    .selectFrom('standards')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('framework_id', '=', frameworkId)
    .where('parent_id', 'is', null)
    .where('is_unplaced', '=', true)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What a standard is linked to, in either direction; the other end may be in another framework or nowhere. */
export async function listLinks(tx: Transaction, identifier: string) {
  const { rows } = await sql<{
    type: string;
    outgoing: boolean;
    other: string;
    uri: string | null;
    title: string | null;
  }>`
    select type, true as outgoing, destination_identifier as other, destination_uri as uri,
      source -> 'destinationNodeURI' ->> 'title' as title
    from standard_associations
    where tenant_id = app.current_tenant() and origin_identifier = ${identifier} and type <> 'is_child_of'
    union
    select type, false, origin_identifier, origin_uri, source -> 'originNodeURI' ->> 'title'
    from standard_associations
    where tenant_id = app.current_tenant() and destination_identifier = ${identifier} and type <> 'is_child_of'
    limit 200`.execute(tx);
  return rows;
}

export function listByIdentifiers(tx: Transaction, identifiers: readonly string[]) {
  if (identifiers.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('standards')
    .innerJoin('standard_frameworks as framework', 'framework.id', 'standards.framework_id')
    .select(summaryColumns.map((name) => `standards.${name}` as const))
    .select(['framework.title as framework_title', 'framework.school_id as framework_school_id'])
    .where('standards.identifier', 'in', identifiers)
    .execute();
}

export async function isAligned(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ aligned: boolean }>`
    select exists (
      select from standard_alignments where tenant_id = app.current_tenant() and standard_id = any(${ids}::uuid[])
    ) or exists (
      select from plan_version_alignments where tenant_id = app.current_tenant() and standard_id = any(${ids}::uuid[])
    ) as aligned`.execute(tx);
  return rows[0]?.aligned === true;
}

export async function isFrameworkAligned(tx: Transaction, frameworkId: string): Promise<boolean> {
  const { rows } = await sql<{ aligned: boolean }>`
    select exists (
      select from standard_alignments alignment
      join standards on standards.tenant_id = app.current_tenant() and standards.id = alignment.standard_id
      where alignment.tenant_id = app.current_tenant() and standards.framework_id = ${frameworkId}::uuid
    ) or exists (
      select from plan_version_alignments frozen
      join standards on standards.tenant_id = app.current_tenant() and standards.id = frozen.standard_id
      where frozen.tenant_id = app.current_tenant() and standards.framework_id = ${frameworkId}::uuid
    ) as aligned`.execute(tx);
  return rows[0]?.aligned === true;
}

export async function isStandardCodeTaken(
  tx: Transaction,
  frameworkId: string,
  code: string,
  exceptId: string | null,
): Promise<boolean> {
  let rows = tx
    .selectFrom('standards')
    .select('id')
    .where('framework_id', '=', frameworkId)
    .where('code', '=', code)
    .where('state', '=', 'active');
  if (exceptId) rows = rows.where('id', '<>', exceptId);
  return (await rows.executeTakeFirst()) !== undefined;
}

export function listChildren(tx: Transaction, frameworkId: string, parentId: string | null) {
  let rows = tx
    .selectFrom('standards')
    .select(['id', 'position'])
    .where('framework_id', '=', frameworkId)
    .where('is_unplaced', '=', false)
    .orderBy('position')
    .orderBy('id');
  rows = parentId === null ? rows.where('parent_id', 'is', null) : rows.where('parent_id', '=', parentId);
  return rows.execute();
}

interface NewStandard extends StandardFields {
  id: string;
  framework_id: string;
  identifier: string;
  parent_id: string | null;
  ancestor_ids: string[];
  depth: number;
  position: number;
  school_id: string | null;
  language: string;
  created_at: string;
}

export interface StandardFields {
  code: string;
  code_normalized: string;
  statement: string;
  short_statement: string | null;
  label: string | null;
  item_type: string | null;
  grade_levels: string[];
  education_levels: string[];
  subjects: string[];
  assessable: boolean;
  list_enumeration: string | null;
  notes: string | null;
}

export async function createStandard(tx: Transaction, row: NewStandard): Promise<void> {
  await tx
    .insertInto('standards')
    .values({ ...row, origin: 'manual', updated_at: row.created_at })
    .execute();
}

export type StandardChanges = Changes<
  StandardFields & { state: 'active' | 'retired'; retired_at: string | null; content_hash: string }
> & {
  updated_at: string;
};

export async function updateStandard(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: StandardChanges,
): Promise<boolean> {
  const row = await tx
    .updateTable('standards')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setPositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`
    update standards set position = ordered.at - 1
    from unnest(${ids}::uuid[]) with ordinality as ordered(id, at)
    where standards.tenant_id = app.current_tenant() and standards.id = ordered.id
      and standards.position <> ordered.at - 1`.execute(tx);
}

/** The whole branch in one statement: its old lineage is replaced by the new one. */
export async function moveBranch(
  tx: Transaction,
  standard: Pick<StandardRow, 'id' | 'ancestor_ids'>,
  parentId: string | null,
  ancestors: readonly string[],
): Promise<void> {
  const before = standard.ancestor_ids.length;
  await sql`
    update standards
    set ancestor_ids = ${ancestors}::uuid[] || ancestor_ids[${before + 1}::int:],
      depth = depth + ${ancestors.length - before}::int,
      is_unplaced = false,
      parent_id = case when id = ${standard.id}::uuid then ${parentId}::uuid else parent_id end
    where tenant_id = app.current_tenant() and (id = ${standard.id}::uuid or ${standard.id}::uuid = any(ancestor_ids))`.execute(
    tx,
  );
}

export async function refreshLeaves(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update standards
    set is_leaf = not exists (
      select from standards child where child.tenant_id = app.current_tenant() and child.parent_id = standards.id
    )
    where standards.tenant_id = app.current_tenant() and standards.id = any(${ids}::uuid[])`.execute(tx);
}

export async function deleteStandard(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('standards').where('id', '=', id).execute();
}

/** The package said otherwise; after a move by hand the tree says it alone. */
export async function forgetParentLink(
  tx: Transaction,
  frameworkId: string,
  identifier: string,
): Promise<void> {
  await tx
    .deleteFrom('standard_associations')
    .where('framework_id', '=', frameworkId)
    .where('origin_identifier', '=', identifier)
    .where('type', '=', 'is_child_of')
    .execute();
}
