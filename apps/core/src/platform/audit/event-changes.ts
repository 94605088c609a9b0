import type { Transaction } from '@k12/db';
import type { Context } from '../context.ts';
import { seal, unseal } from '../crypto/sealed.ts';
import { keyOfPerson, keysOfPeople } from './person-keys.ts';
import { isPersonal, isSafeToKeep } from './safe-changes.ts';

export type EventChanges = Record<string, unknown>;

interface Sealed {
  sealed: string;
}

const purposeOf = (userId: string, field: string) => `audit:${userId}:${field}`;

/** What an event may say: safe values as they are, personal ones sealed, of all others only that they changed. */
export async function keptChanges(
  tx: Transaction,
  context: Context,
  person: string | null,
  changes: EventChanges,
): Promise<EventChanges> {
  const kept: EventChanges = {};
  for (const [field, value] of Object.entries(changes)) {
    if (isPersonal(field) && person !== null) {
      const key = await keyOfPerson(tx, context, person);
      kept[field] = { sealed: seal(key, purposeOf(person, field), JSON.stringify(value)) } satisfies Sealed;
    } else kept[field] = !isPersonal(field) && isSafeToKeep(field, value) ? value : true;
  }
  return kept;
}

interface EventRow {
  target_id: string | null;
  changes: unknown;
}

/** Events with their personal values opened; null where the person was erased and the key with them. */
export async function withOpenedChanges<T extends EventRow>(
  tx: Transaction,
  context: Context,
  rows: readonly T[],
): Promise<T[]> {
  const people = rows.filter(({ changes }) => Object.values(changes as EventChanges).some(isSealed));
  const keys = await keysOfPeople(
    tx,
    context,
    people.flatMap(({ target_id }) => target_id ?? []),
  );
  return rows.map((row) => ({ ...row, changes: opened(row, keys) }));
}

function opened({ target_id, changes }: EventRow, keys: ReadonlyMap<string, string>): EventChanges {
  const open = (field: string, value: unknown): unknown => {
    if (!isSealed(value)) return value;
    const key = keys.get(target_id ?? '');
    if (key === undefined) return null;
    return JSON.parse(unseal(key, purposeOf(target_id ?? '', field), value.sealed)) as unknown;
  };
  const entries = Object.entries(changes as EventChanges);
  return Object.fromEntries(entries.map(([field, value]) => [field, open(field, value)]));
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string';
}
