import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import type { PlanCondition } from '../plans/plans.access.queries.ts';
import type { LinkType } from './document-links.rules.ts';

export type LinkRow = Awaited<ReturnType<typeof listLinksOf>>[number];

/** Where the document begins, with what is at the other end; ends in the bin are away. */
export function listLinksOf(tx: Transaction, documentId: string) {
  return withEnd(tx, 'link.target_id').where('link.document_id', '=', documentId).execute();
}

/** Where the plan is at the other end. */
export function listLinksTo(tx: Transaction, planId: string) {
  return withEnd(tx, 'link.document_id').where('link.target_id', '=', planId).execute();
}

function withEnd(tx: Transaction, end: 'link.target_id' | 'link.document_id') {
  return tx
    .selectFrom('document_links as link')
    .innerJoin('plans', 'plans.id', end)
    .leftJoin('plan_versions as published', 'published.id', 'plans.published_version_id')
    .select([
      'link.id',
      'link.type',
      'link.position',
      'plans.id as plan_id',
      'plans.kind',
      'plans.document_type',
      'plans.title',
      'plans.state',
      'plans.subjects',
      'plans.grade_levels',
      'published.version_number as published_version_number',
    ])
    .where('plans.deleted_at', 'is', null)
    .orderBy('link.type')
    .orderBy('link.position')
    .orderBy('link.id');
}

/** Which of these plans a condition lets through. */
export async function listReadable(
  tx: Transaction,
  ids: readonly string[],
  readable: PlanCondition,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('plans')
    .select('plans.id')
    .where('plans.id', 'in', [...ids])
    .where(readable)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** One change of links at a time in a tenant, or two could close a circle that neither sees. */
export async function lockLinks(tx: Transaction, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document links ${tenantId}`}, 0))`.execute(tx);
}

/** Everything that a document contains, however deep. */
export async function isContainedIn(tx: Transaction, innerId: string, outerId: string): Promise<boolean> {
  let edge = [outerId];
  const seen = new Set(edge);
  while (edge.length > 0) {
    const rows = await tx
      .selectFrom('document_links')
      .select('target_id')
      .where('type', '=', 'contains')
      .where('document_id', 'in', edge)
      .execute();
    edge = rows.map(({ target_id }) => target_id).filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
    if (seen.has(innerId)) return true;
  }
  return false;
}

/** At the end of its type; undefined when it is there already. */
export async function createLink(
  tx: Transaction,
  link: { document_id: string; target_id: string; type: LinkType; created_by: string; created_at: string },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('document_links')
    .values((eb) => ({
      ...link,
      id: newId(),
      position: sql<number>`coalesce(${eb
        .selectFrom('document_links as other')
        .select((o) => o.fn.max('other.position').as('last'))
        .where('other.document_id', '=', link.document_id)
        .where('other.type', '=', link.type)}, -1) + 1`,
    }))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'document_id', 'type', 'target_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function updateOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('document_links')
    .set({ position: sql<number>`array_position(${[...ids]}::uuid[], ${sql.ref('id')}) - 1` })
    .where('id', 'in', [...ids])
    .execute();
}

/** False when the document has no such link. */
export async function deleteLink(tx: Transaction, documentId: string, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('document_links')
    .where('id', '=', id)
    .where('document_id', '=', documentId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
