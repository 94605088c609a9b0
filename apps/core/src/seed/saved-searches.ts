import type { Transaction } from '@k12/db';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

const searches = [
  { name: 'Units on energy, grade 9', query: { q: 'energy', kind: 'unit', grade_level: '9' } },
  { name: 'Lab sheets', query: { q: 'lab', kind: 'resource' } },
] as const;

/** What a teacher looks for again and again. */
export async function seedSavedSearches(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
  people: readonly SeedPerson[],
): Promise<void> {
  const user_id = people.find(({ person }) => person.email === 'teacher@riverbend.example')?.person.id;
  if (!user_id) return;
  const at = now.toISOString();
  await insertRows(
    tx,
    'saved_searches',
    searches.map(({ name, query }) => {
      const id = demoId(`${tenant.key}/saved-searches/${name}`);
      return { tenant_id, id, user_id, name, query: JSON.stringify(query), created_at: at, updated_at: at };
    }),
  );
}
