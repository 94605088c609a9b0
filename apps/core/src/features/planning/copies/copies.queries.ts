import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

/** A plan held until the end of the transaction, as cutting a version asks for. */
export async function lockPlan(tx: Transaction, id: string) {
  const plan = await tx
    .selectFrom('plans')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!plan) throw new Problem('not_found');
  return plan;
}

export type LockedPlan = Awaited<ReturnType<typeof lockPlan>>;

export function selectVersion(tx: Transaction, id: string) {
  return tx.selectFrom('plan_versions').selectAll().where('id', '=', id).executeTakeFirst();
}

export type VersionRow = NonNullable<Awaited<ReturnType<typeof selectVersion>>>;

export function listVersions(tx: Transaction, ids: readonly string[]): Promise<VersionRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plan_versions')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

/** The schema that each of these plans is written under, and its language. */
export function listPins(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plans')
    .select(['id', 'pack_key', 'pack_version', 'schema_key', 'language', 'subjects', 'grade_levels'])
    .where('id', 'in', [...ids])
    .execute();
}

export function selectDraft(tx: Transaction, planId: string) {
  return tx.selectFrom('plan_drafts').selectAll().where('plan_id', '=', planId).executeTakeFirst();
}

/** Locked, so that nobody saves in between. */
export function lockDraft(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plan_drafts')
    .selectAll()
    .where('plan_id', '=', planId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export interface DraftWrite {
  content: object;
  paths: string[];
  change_id: string;
  editor_id: string;
  edited_at: string;
}

/** The next revision of the draft, with what it changed, so that stale writes of others still merge. */
export async function writeDraft(tx: Transaction, planId: string, write: DraftWrite): Promise<number> {
  const { content, paths, change_id, editor_id, edited_at } = write;
  const { revision } = await tx
    .updateTable('plan_drafts')
    .set((eb) => ({
      content: JSON.stringify(content),
      revision: eb('revision', '+', 1),
      last_editor_id: editor_id,
      last_edited_at: edited_at,
    }))
    .where('plan_id', '=', planId)
    .returning('revision')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('plan_draft_edits')
    .values({ plan_id: planId, revision, change_id, editor_id, edited_at, paths })
    .execute();
  return revision;
}

/** The lineage of a plan, after it took what its origin offers. */
export async function updateOrigin(
  tx: Transaction,
  planId: string,
  origin: { template_version_id: string } | { source_version_id: string },
  updated_at: string,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...origin, updated_at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', planId)
    .execute();
}

/** The first change after publishing opens the next round; what is live stays. */
export async function reopen(tx: Transaction, planId: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ state: 'draft' })
    .where('id', '=', planId)
    .where('state', '=', 'published')
    .execute();
}

/** What a plan was made from, as far as it is still there; in the bin counts as there. */
export function selectOrigin(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plans')
    .select(['id', 'title', 'current_version_id', 'published_version_id'])
    .where('id', '=', planId)
    .executeTakeFirst();
}

/** How many copies of a plan there are, those in the bin left out (PLN-141). */
export async function countCopies(tx: Transaction, planId: string): Promise<number> {
  const row = await tx
    .selectFrom('plans')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('source_plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Which lesson versions the lessons of a unit were copied from. */
export async function listCopiedVersions(tx: Transaction, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('plans')
    .select('source_version_id')
    .where('unit_plan_id', '=', unitId)
    .where('source_version_id', 'is not', null)
    .execute();
  return rows.flatMap(({ source_version_id }) => source_version_id ?? []);
}

export function selectCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select(['school_id', 'academic_year_id'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export interface Pin {
  pack_key: string;
  pack_version: number;
  schema_key: string;
}

export async function updatePin(
  tx: Transaction,
  planId: string,
  pin: Pin,
  updated_at: string,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...pin, updated_at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', planId)
    .execute();
}
