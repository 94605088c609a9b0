import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { containing } from '../../../platform/like-pattern.ts';
import type { ResourceReach } from './resources.policy.ts';
import { isReadable } from './resources.queries.ts';

export function listTags(tx: Transaction, reach: ResourceReach, beginning: string, most: number) {
  return tx
    .selectFrom((eb) =>
      eb
        .selectFrom('resources')
        .select(sql<string>`unnest(${sql.ref('resources.tags')})`.as('tag'))
        .where('resources.deleted_at', 'is', null)
        .where(isReadable(reach))
        .as('used'),
    )
    .select((eb) => ['used.tag', sql<number>`${eb.fn.countAll()}::int`.as('count')])
    .where('used.tag', 'ilike', containing(beginning).slice(1))
    .groupBy('used.tag')
    .orderBy('count', 'desc')
    .orderBy((eb) => eb.fn('lower', ['used.tag']))
    .orderBy('used.tag')
    .limit(most)
    .execute();
}

/** What the actor may open and others’ alike; what is private to somebody else keeps its tag. */
export async function renameTag(
  tx: Transaction,
  reach: ResourceReach,
  { from, to, updated_at }: { from: string; to: string; updated_at: string },
): Promise<number> {
  const rows = await tx
    .updateTable('resources')
    .set((eb) => ({
      tags: sql<string[]>`case when ${to} = any(tags) then array_remove(tags, ${from})
        else array_replace(tags, ${from}, ${to}) end`,
      updated_at,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where(sql<boolean>`tags @> array[${from}]`)
    .where('deleted_at', 'is', null)
    .where(isReadable(reach))
    .returning('id')
    .execute();
  return rows.length;
}
