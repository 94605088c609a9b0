import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Identical content counts once (PLN-127); of one person, or of all. */
export async function sumBytes(tx: Transaction, ownerId: string | null): Promise<number> {
  const row = await tx
    .selectFrom((eb) => {
      let contents = eb
        .selectFrom('resource_versions as version')
        .innerJoin('files as file', 'file.id', 'version.file_id')
        .innerJoin('resources as resource', 'resource.id', 'version.resource_id')
        .select(['file.sha256', 'file.size_bytes'])
        .distinct();
      if (ownerId) contents = contents.where('resource.owner_id', '=', ownerId);
      return contents.as('content');
    })
    .select(sql<number>`coalesce(sum(content.size_bytes), 0)::bigint`.as('bytes'))
    .executeTakeFirstOrThrow();
  return Number(row.bytes);
}

export async function listLargestOwners(tx: Transaction, most: number) {
  const rows = await tx
    .selectFrom('resource_versions as version')
    .innerJoin('files as file', 'file.id', 'version.file_id')
    .innerJoin('resources as resource', 'resource.id', 'version.resource_id')
    .innerJoin('users as owner', 'owner.id', 'resource.owner_id')
    .select((eb) => [
      'owner.id',
      'owner.given_name',
      'owner.family_name',
      'owner.preferred_name',
      sql<number>`${eb.fn.sum('file.size_bytes')}::bigint`.as('bytes'),
    ])
    .groupBy(['owner.id', 'owner.given_name', 'owner.family_name', 'owner.preferred_name'])
    .orderBy('bytes', 'desc')
    .orderBy('owner.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
}
