import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aPlatform, contextOf } from '../test/a-platform.ts';
import { buildSchool, buildTenant } from '../test/people.ts';
import { decodeCursor, pageOf } from './http/cursor.ts';
import { inOrderAfter } from './in-order-after.ts';

const { platform } = await aPlatform();
const tenant = await buildTenant(platform);
const context = contextOf(platform, tenant);
const names = ['Ash', 'Birch', 'Birch', 'Birch', 'Cedar', 'Élan', "O'Neill"];
for (const name of names) await buildSchool(platform, tenant, { name });

type Direction = 'asc' | 'desc';

async function schoolsInPages(limit: number, direction: Direction) {
  const shown: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const after = decodeCursor(cursor, 2);
    const rows = await context.readTenant((tx) => {
      const schools = tx.selectFrom('schools as school').select(['school.id', 'school.name']);
      const lower = sql<string>`lower(${sql.ref('school.name')})`;
      return inOrderAfter(schools.limit(limit + 1), [lower, 'school.id'], after, direction).execute();
    });
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      ({ name, id }) => [name.toLowerCase(), id],
    );
    shown.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return shown;
}

test('OPS-60 rows with the same first key are on one page each, whichever way the list goes and however long its pages', async () => {
  const inOrder = await context.readTenant((tx) =>
    tx.selectFrom('schools').select(['id', 'name']).orderBy(sql`lower(name)`).orderBy('id').execute(),
  );
  expect(inOrder.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const limit of [1, 2, 3, names.length]) {
    expect(await schoolsInPages(limit, 'asc')).toEqual(inOrder);
    expect(await schoolsInPages(limit, 'desc')).toEqual(inOrder.toReversed());
  }
});
