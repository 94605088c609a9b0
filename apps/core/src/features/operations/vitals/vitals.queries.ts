import type { DatabaseHandle } from '@k12/db';
import { sql } from 'kysely';
import type { CountRow } from './vitals.rules.ts';

export type VitalCount = Omit<CountRow, 'first_on'> & { counted_on: string };

/** Counts add up: a hundred browsers at once wait for nobody longer than for one row. */
export async function addCounts(db: DatabaseHandle, counts: readonly VitalCount[]): Promise<void> {
  await db.global
    .insertInto('vital_counts')
    .values([...counts])
    .onConflict((conflict) =>
      conflict
        .columns(['counted_on', 'release', 'route', 'name', 'bucket'])
        .doUpdateSet({ count: sql`vital_counts.count + excluded.count` }),
    )
    .execute();
}

export async function listCounts(db: DatabaseHandle, from: string): Promise<CountRow[]> {
  const rows = await db.global
    .selectFrom('vital_counts')
    .select(['route', 'name', 'release', 'bucket'])
    .select((eb) => [eb.fn.sum<string>('count').as('count'), eb.fn.min('counted_on').as('first_on')])
    .where('counted_on', '>=', from)
    .groupBy(['route', 'name', 'release', 'bucket'])
    .execute();
  const first = new Map<string, string>();
  for (const { route, release, first_on } of rows) {
    const key = `${route} ${release}`;
    const known = first.get(key);
    if (known === undefined || first_on < known) first.set(key, first_on);
  }
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    first_on: first.get(`${row.route} ${row.release}`) ?? row.first_on,
  }));
}

export async function deleteCountsBefore(db: DatabaseHandle, day: string): Promise<void> {
  await db.global.deleteFrom('vital_counts').where('counted_on', '<', day).execute();
}
