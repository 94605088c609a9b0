import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { VersionKind, VersionQuery } from '@k12/contracts/planning/versions';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';

/** A version without its content, with what lists show beside it. */
function versionsWithNames(tx: Transaction) {
  return tx
    .selectFrom('plan_versions as version')
    .innerJoin('users as author', 'author.id', 'version.author_id')
    .leftJoin('plan_versions as origin', 'origin.id', 'version.restored_from_version_id')
    .select([
      'version.id',
      'version.plan_id',
      'version.version_number',
      'version.title',
      'version.kind',
      'version.change_note',
      'version.author_id',
      'version.created_at',
      'version.changed_fields_count',
      'version.restored_from_version_id',
      'origin.version_number as restored_from_number',
      'author.given_name',
      'author.family_name',
      'author.preferred_name',
    ]);
}

export type VersionRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof versionsWithNames>['executeTakeFirst']>>
>;

export function listVersions(
  tx: Transaction,
  planId: string,
  query: VersionQuery,
  before: number | undefined,
): Promise<VersionRow[]> {
  let rows = versionsWithNames(tx)
    .where('version.plan_id', '=', planId)
    .orderBy('version.version_number', 'desc')
    .limit(query.limit + 1);
  if (query.author_id) rows = rows.where('version.author_id', '=', query.author_id);
  if (query.kind) rows = rows.where('version.kind', '=', query.kind);
  if (before !== undefined) rows = rows.where('version.version_number', '<', before);
  return rows.execute();
}

export function listVersionsById(tx: Transaction, ids: readonly string[]): Promise<VersionRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return versionsWithNames(tx)
    .where('version.id', 'in', [...ids])
    .execute();
}

export type WholeVersion = Awaited<ReturnType<typeof selectVersion>>;

export async function selectVersion(tx: Transaction, planId: string, number: number) {
  const version = await tx
    .selectFrom('plan_versions')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('version_number', '=', number)
    .executeTakeFirst();
  if (!version) throw new Problem('not_found');
  return version;
}

export function selectVersionById(tx: Transaction, id: string): Promise<WholeVersion | undefined> {
  return tx.selectFrom('plan_versions').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listWholeVersions(tx: Transaction, ids: readonly string[]): Promise<WholeVersion[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plan_versions')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

/** Which schema each of these plans is pinned to, also of those in the bin. */
export function listPins(tx: Transaction, planIds: readonly string[]) {
  if (planIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plans')
    .select(['id', 'pack_key', 'pack_version', 'schema_key'])
    .where('id', 'in', [...planIds])
    .execute();
}

/** Only what one field's history needs: its section of every version, newest first. */
export function listSectionOfVersions(tx: Transaction, planId: string, sectionKey: string) {
  return tx
    .selectFrom('plan_versions')
    .select([
      'id',
      'version_number',
      'title',
      'tags',
      'duration_minutes',
      'alignments',
      'resources',
      'lessons',
      sql<unknown>`jsonb_build_object(${sectionKey}::text, content -> ${sectionKey}::text)`.as('content'),
    ])
    .where('plan_id', '=', planId)
    .orderBy('version_number', 'desc')
    .limit(500)
    .execute();
}

export interface NewVersion {
  id: string;
  plan_id: string;
  version_number: number;
  author_id: string;
  kind: VersionKind;
  change_note: string | null;
  restored_from_version_id: string | null;
  content_hash: Buffer;
  changed_fields_count: number;
  created_at: string;
}

export async function createVersion(
  tx: Transaction,
  version: NewVersion,
  snapshot: PlanSnapshot,
): Promise<void> {
  await tx
    .insertInto('plan_versions')
    .values({
      ...version,
      title: snapshot.title,
      content: JSON.stringify(snapshot.content),
      alignments: JSON.stringify(snapshot.alignments),
      resources: JSON.stringify(snapshot.resources),
      lessons: JSON.stringify(snapshot.lessons),
      tags: snapshot.tags,
      duration_minutes: snapshot.duration_minutes,
    })
    .execute();
}

export async function updateCurrentVersion(tx: Transaction, planId: string, versionId: string) {
  await tx.updateTable('plans').set({ current_version_id: versionId }).where('id', '=', planId).execute();
}

/** The draft as it stands is kept by a version now (PLN-28). */
export async function markDraftKept(tx: Transaction, planId: string): Promise<void> {
  await tx
    .updateTable('plan_drafts')
    .set((eb) => ({ version_revision: eb.ref('revision') }))
    .where('plan_id', '=', planId)
    .execute();
}

export function listPublications(tx: Transaction, versionIds: readonly string[]) {
  if (versionIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plan_publications')
    .select(['version_id', 'published_at', 'ended_at'])
    .where('version_id', 'in', [...versionIds])
    .orderBy('published_at')
    .execute();
}

export async function selectVersionUnderReview(tx: Transaction, planId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('approval_requests')
    .select('version_id')
    .where('plan_id', '=', planId)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return row?.version_id ?? null;
}

/** Drafts with changes that no version has, quiet since `before` (PLN-28). */
export function listQuietDrafts(tx: Transaction, before: string, limit: number) {
  return tx
    .selectFrom('plan_drafts as draft')
    .innerJoin('plans', 'plans.id', 'draft.plan_id')
    .select(['draft.plan_id', 'draft.last_editor_id'])
    .whereRef('draft.revision', '>', 'draft.version_revision')
    .where('draft.last_edited_at', '<=', before)
    .where('plans.deleted_at', 'is', null)
    .orderBy('draft.last_edited_at')
    .limit(limit)
    .execute();
}

/** The other way: role homeroom_job, to visit only tenants that have such drafts. */
export async function listTenantsWithQuietDrafts(tx: Transaction, before: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('plan_drafts')
    .select('tenant_id')
    .distinct()
    .whereRef('revision', '>', 'version_revision')
    .where('last_edited_at', '<=', before)
    .execute();
  return rows.map((row) => row.tenant_id);
}
