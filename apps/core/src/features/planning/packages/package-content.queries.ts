import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Plans of one package with their drafts, in no order. */
export function listPlans(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('plans')
    .leftJoin('plan_drafts as draft', 'draft.plan_id', 'plans.id')
    .leftJoin('plan_versions as published', 'published.id', 'plans.published_version_id')
    .selectAll('plans')
    .select([
      'draft.content as draft_content',
      'draft.revision',
      'draft.version_revision',
      'published.version_number as published_version_number',
    ])
    .where('plans.id', 'in', [...ids])
    .where('plans.deleted_at', 'is', null)
    .execute();
}

export type PlanOfPackage = Awaited<ReturnType<typeof listPlans>>[number];

export function listVersionsOf(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plan_versions as version')
    .innerJoin('users as author', 'author.id', 'version.author_id')
    .leftJoin('plan_versions as origin', 'origin.id', 'version.restored_from_version_id')
    .selectAll('version')
    .select([
      'origin.version_number as restored_from_number',
      'author.given_name',
      'author.family_name',
      'author.preferred_name',
    ])
    .where('version.plan_id', '=', planId)
    .orderBy('version.version_number')
    .execute();
}

/** Numbers of the versions that units refer to. */
export function listVersionNumbers(tx: Transaction, planIds: readonly string[]) {
  return tx
    .selectFrom('plan_versions')
    .select(['id', 'version_number'])
    .where('plan_id', 'in', [...planIds])
    .execute();
}

export function listAttachments(tx: Transaction, planId: string) {
  return tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('resources as resource', 'resource.id', 'attachment.resource_id')
    .leftJoin('resource_versions as pinned', 'pinned.id', 'attachment.pinned_version_id')
    .selectAll('attachment')
    .select(['resource.title', 'resource.kind', 'pinned.version_number as pinned_version_number'])
    .where('attachment.target_id', '=', planId)
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute();
}

/** How standards are called across installations. */
export async function listStandardNames(tx: Transaction, planIds: readonly string[]) {
  const ids = [...planIds];
  const { rows } = await sql<{ id: string; identifier: string; framework: string }>`
    select standard.id, standard.identifier, framework.identifier as framework
    from standards standard
    join standard_frameworks framework
      on framework.tenant_id = standard.tenant_id and framework.id = standard.framework_id
    where standard.tenant_id = app.current_tenant() and standard.id in (
      select alignment.standard_id from standard_alignments alignment
      where alignment.tenant_id = app.current_tenant() and alignment.target_id = any(${ids}::uuid[])
      union
      select frozen.standard_id from plan_version_alignments frozen
      where frozen.tenant_id = app.current_tenant() and frozen.plan_id = any(${ids}::uuid[])
    )`.execute(tx);
  return rows;
}

export function listResources(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('resources')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

export function listResourceVersions(tx: Transaction, resourceIds: readonly string[]) {
  if (resourceIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('resource_versions')
    .select(['resource_id', 'version_number', 'file_id'])
    .where('resource_id', 'in', [...resourceIds])
    .orderBy('resource_id')
    .orderBy('version_number')
    .execute();
}

export function listFiles(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('files')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('purpose', '=', 'resource')
    .orderBy('id')
    .execute();
}
