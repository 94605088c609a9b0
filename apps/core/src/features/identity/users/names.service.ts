import type { Transaction } from '@k12/db';
import { listNames } from './people.queries.ts';
import { displayName } from './users.rules.ts';

/** For other features: the names of these people by id, as they are shown; who may see them is asked before. */
export async function namesOf(
  tx: Transaction,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const known = new Set(ids.filter((id) => id != null));
  if (known.size === 0) return new Map();
  return new Map((await listNames(tx, [...known])).map((person) => [person.id, displayName(person)]));
}

/** One of them, where a record names the person by id. */
export async function personNamed(
  tx: Transaction,
  id: string | null,
): Promise<{ id: string; name: string } | null> {
  return id === null ? null : { id, name: (await namesOf(tx, [id])).get(id) ?? '' };
}
