import type { ResourceQuery } from '@k12/contracts/planning/resources';
import type { Changes, Database, Transaction } from '@k12/db';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import { typesOf } from './formats.rules.ts';
import type { ResourceReach } from './resources.policy.ts';

const eb = expressionBuilder<Database, 'resources'>();

/** A resource with what decides about access to it, and the names and numbers that every view of it shows. */
export function resourcesFor(tx: Transaction, userId: string | null) {
  return tx
    .selectFrom('resources')
    .innerJoin('users as owner', 'owner.id', 'resources.owner_id')
    .leftJoin('resource_versions as current', 'current.id', 'resources.current_version_id')
    .selectAll('resources')
    .select([
      'owner.given_name as owner_given_name',
      'owner.family_name as owner_family_name',
      'owner.preferred_name as owner_preferred_name',
      'current.version_number',
      sql<boolean>`${isTeamMember(userId)} is true`.as('is_team_member'),
      usageCount().as('usage_count'),
    ]);
}

export type ResourceRow = Awaited<ReturnType<ReturnType<typeof resourcesFor>['executeTakeFirstOrThrow']>>;

export async function selectResource(
  tx: Transaction,
  userId: string | null,
  id: string,
): Promise<ResourceRow> {
  const row = await resourcesFor(tx, userId)
    .where('resources.id', '=', id)
    .where('resources.purged_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export function listResourcesById(
  tx: Transaction,
  userId: string | null,
  ids: readonly string[],
): Promise<ResourceRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return resourcesFor(tx, userId)
    .where('resources.id', 'in', [...new Set(ids)])
    .execute();
}

export interface ListConditions {
  reach: ResourceReach;
  /** The school chosen with X-School-Id; what has no school stays visible. */
  school_id: string | null;
  after: Position;
}

/** One page and a row more. */
export function listResources(
  tx: Transaction,
  query: ResourceQuery,
  { reach, school_id, after }: ListConditions,
) {
  const [column, direction] =
    query.sort === 'title'
      ? (['resources.title', 'asc'] as const)
      : (['resources.updated_at', 'desc'] as const);
  let rows = resourcesFor(tx, reach.user_id)
    .where('resources.purged_at', 'is', null)
    .where((eb) =>
      query.state === 'deleted'
        ? eb.and([
            eb('resources.deleted_at', 'is not', null),
            eb('resources.deleted_with_folder_id', 'is', null),
            eb('resources.owner_id', '=', reach.user_id ?? ''),
          ])
        : eb.and([
            eb('resources.deleted_at', 'is', null),
            eb('resources.state', '=', query.state === 'archived' ? 'archived' : 'active'),
            isReadable(reach),
          ]),
    )
    .where(eb.and(filters(query, reach.user_id)))
    .limit(query.limit + 1);
  if (school_id)
    rows = rows.where((eb) =>
      eb.or([eb('resources.school_id', '=', school_id), eb('resources.school_id', 'is', null)]),
    );
  return inOrderAfter(rows, [column, 'resources.id'], after, direction).execute();
}

function filters(query: ResourceQuery, userId: string | null): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [];
  if (query.q)
    found.push(
      eb.or([
        eb('resources.title', 'ilike', containing(query.q)),
        eb('resources.description', 'ilike', containing(query.q)),
        sql<boolean>`resources.tags @> array[${query.q}]`,
      ]),
    );
  if (query.kind) found.push(eb('resources.kind', '=', query.kind));
  if (query.format) found.push(hasFormat(query.format));
  if (query.owner_id) found.push(eb('resources.owner_id', '=', query.owner_id));
  if (query.tag) found.push(sql<boolean>`resources.tags @> array[${query.tag}]`);
  if (query.health) found.push(eb('resources.health', '=', query.health));
  if (query.broken) found.push(eb('resources.health', 'in', ['unreachable', 'forbidden']));
  if (query.unused) found.push(eb(usageCount(), '=', 0));
  if (query.of === 'mine') found.push(eb('resources.owner_id', '=', userId ?? ''));
  else if (query.of) found.push(eb('resources.visibility', '=', query.of));
  if (query.folder_id) found.push(eb('resources.folder_id', 'in', folderTree(query.folder_id)));
  return found;
}

function hasFormat(format: NonNullable<ResourceQuery['format']>): Expression<SqlBool> {
  if (format === 'link') return eb('resources.kind', '=', 'link');
  const types = typesOf(format);
  return eb.or(types.map((type) => eb('resources.content_type', 'like', type)));
}

/** The folder and all below it. */
function folderTree(id: string) {
  return eb
    .selectFrom('resource_folders as folder')
    .select('folder.id')
    .where((f) => f.or([f('folder.id', '=', id), sql<boolean>`${id}::uuid = any(folder.ancestor_ids)`]));
}

/** The rule of `resourceAccess` as a condition on `resources`. */
export function isReadable(reach: ResourceReach): Expression<SqlBool> {
  const ways: Expression<SqlBool>[] = [
    eb('resources.visibility', '=', 'tenant'),
    eb.and([eb('resources.visibility', '=', 'team'), isTeamMember(reach.user_id)]),
  ];
  if (reach.user_id) ways.push(eb('resources.owner_id', '=', reach.user_id));
  if (reach.schools === 'all') ways.push(eb('resources.visibility', '=', 'school'));
  else if (reach.schools.length > 0)
    ways.push(
      eb.and([eb('resources.visibility', '=', 'school'), eb('resources.school_id', 'in', reach.schools)]),
    );
  const readable = eb.or(ways);
  if (reach.school_limit === null) return readable;
  const inside = reach.school_limit.length > 0 ? [eb('resources.school_id', 'in', reach.school_limit)] : [];
  return eb.and([readable, eb.or([eb('resources.school_id', 'is', null), ...inside])]);
}

function isTeamMember(userId: string | null): Expression<SqlBool> {
  if (userId === null) return sql<boolean>`false`;
  return eb(
    'resources.planning_context_id',
    'in',
    eb
      .selectFrom('planning_context_members as membership')
      .select('membership.planning_context_id')
      .where('membership.user_id', '=', userId),
  );
}

/** Places that are there: what hangs on a plan in the bin does not count. */
function usageCount() {
  return sql<number>`(${eb
    .selectFrom('resource_attachments as used')
    .leftJoin('plans as used_by', 'used_by.id', 'used.target_id')
    .select((u) => u.fn.countAll<number>().as('count'))
    .whereRef('used.resource_id', '=', 'resources.id')
    .where('used_by.deleted_at', 'is', null)})::int`;
}

export interface NewResource {
  id: string;
  kind: 'file' | 'link';
  title: string;
  description: string;
  folder_id: string | null;
  owner_id: string;
  visibility: 'private' | 'team' | 'school' | 'tenant';
  planning_context_id: string | null;
  school_id: string | null;
  tags: string[];
  url: string | null;
  health: 'ok' | 'unreachable' | 'forbidden' | 'unknown';
  checked_at: string | null;
  created_at: string;
  updated_at: string;
}

export async function createResource(tx: Transaction, resource: NewResource): Promise<void> {
  await tx.insertInto('resources').values(resource).execute();
}

export type ResourceChanges = Changes<
  Pick<
    NewResource,
    | 'title'
    | 'description'
    | 'folder_id'
    | 'visibility'
    | 'planning_context_id'
    | 'school_id'
    | 'tags'
    | 'url'
    | 'health'
    | 'checked_at'
  > & {
    state: 'active' | 'archived';
    deleted_at: string | null;
    deleted_by: string | null;
    deleted_with_folder_id: string | null;
  }
>;

/** False when the version named is no longer the current one. */
export async function updateResource(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: ResourceChanges & { updated_at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('resources')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface FileContent {
  id: string;
  content_type: string;
  size_bytes: number;
  sha256: Buffer;
}

/** The file becomes the newest content; the number follows the last one. */
export async function createVersion(
  tx: Transaction,
  resourceId: string,
  file: FileContent,
  version: { id: string; created_by: string; created_at: string },
): Promise<void> {
  await tx
    .insertInto('resource_versions')
    .values((eb) => ({
      ...version,
      resource_id: resourceId,
      file_id: file.id,
      version_number: sql<number>`coalesce(${eb
        .selectFrom('resource_versions as earlier')
        .select((e) => e.fn.max('earlier.version_number').as('number'))
        .where('earlier.resource_id', '=', resourceId)}, 0) + 1`,
    }))
    .execute();
  const { content_type, size_bytes, sha256 } = file;
  await tx
    .updateTable('resources')
    .set({ current_version_id: version.id, content_type, size_bytes, sha256, health: 'ok' })
    .where('id', '=', resourceId)
    .execute();
}

export function listVersions(tx: Transaction, resourceId: string) {
  return tx
    .selectFrom('resource_versions as version')
    .innerJoin('files as file', 'file.id', 'version.file_id')
    .innerJoin('users as author', 'author.id', 'version.created_by')
    .select([
      'version.id',
      'version.version_number',
      'version.created_at',
      'version.created_by',
      'file.id as file_id',
      'file.name',
      'file.content_type',
      'file.size_bytes',
      'author.given_name',
      'author.family_name',
      'author.preferred_name',
    ])
    .where('version.resource_id', '=', resourceId)
    .orderBy('version.version_number', 'desc')
    .execute();
}

export function selectOptionalVersion(tx: Transaction, resourceId: string, versionId: string) {
  return tx
    .selectFrom('resource_versions')
    .select(['id', 'file_id', 'version_number'])
    .where('resource_id', '=', resourceId)
    .where('id', '=', versionId)
    .executeTakeFirst();
}

export async function isMemberOf(tx: Transaction, contextId: string, userId: string | null) {
  const row = await tx
    .selectFrom('planning_context_members')
    .select('user_id')
    .where('planning_context_id', '=', contextId)
    .where('user_id', '=', userId ?? '')
    .executeTakeFirst();
  return row !== undefined;
}

export function selectOptionalTeam(tx: Transaction, id: string) {
  return tx
    .selectFrom('planning_contexts')
    .select(['id', 'school_id'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function selectOptionalSchool(tx: Transaction, id: string) {
  return tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst();
}
