import { type Expression, type SelectQueryBuilder, type StringReference, sql } from 'kysely';

/** Where the last row shown stands in the order of its list; undefined before the first page. */
export type Position = readonly (string | number | null)[] | undefined;

/**
 * Rows in the order of these keys, from after a position of the same keys. The last key tells rows apart, all go one
 * way, and none is ever null: a comparison of whole rows, which an index of the keys answers.
 */
export function inOrderAfter<DB, TB extends keyof DB, O>(
  rows: SelectQueryBuilder<DB, TB, O>,
  keys: readonly (StringReference<DB, TB> | Expression<unknown>)[],
  after: Position,
  direction: 'asc' | 'desc' = 'asc',
): SelectQueryBuilder<DB, TB, O> {
  const places = keys.map((key) => (typeof key === 'string' ? sql.ref(key) : (key as Expression<unknown>)));
  let ordered = rows;
  for (const place of places) ordered = ordered.orderBy(place, direction);
  if (!after) return ordered;
  const beyond = direction === 'asc' ? sql`>` : sql`<`;
  return ordered.where(sql<boolean>`(${sql.join(places)}) ${beyond} (${sql.join(after)})`);
}
