import { type Content, type Item, isItem, isRecord, splitPath } from './paths.ts';

/**
 * A copy of the present content with one field as the old content has it; taken out when the old has none. An
 * entry that is gone comes back behind the last of its old forerunners that is still there.
 */
export function restoreField(present: Content, old: Content, path: string): Content {
  return restored(present, old, splitPath(path)) as Content;
}

function restored(present: unknown, old: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return old;
  if (Array.isArray(present) || Array.isArray(old))
    return restoreEntry(listOf(present), listOf(old), rest, step);
  const there = isRecord(present) ? present : {};
  const value = restored(there[step], isRecord(old) ? old[step] : undefined, rest);
  const { [step]: _replaced, ...others } = there;
  return value === undefined ? others : { ...there, [step]: value };
}

function restoreEntry(present: Item[], old: Item[], rest: readonly string[], id: string): Item[] {
  const before = present.find((entry) => entry.id === id);
  const value = restored(
    before,
    old.find((entry) => entry.id === id),
    rest,
  );
  if (value === undefined) return present.filter((entry) => entry.id !== id);
  // A field of an entry that is gone brings the entry's id along.
  const entry: Item = { ...(value as Item), id };
  if (before) return present.map((one) => (one.id === id ? entry : one));
  return present.toSpliced(placeOf(present, old, id), 0, entry);
}

function placeOf(present: readonly Item[], old: readonly Item[], id: string): number {
  const forerunners = old.slice(
    0,
    Math.max(
      0,
      old.findIndex((entry) => entry.id === id),
    ),
  );
  const last = forerunners.findLast(({ id: one }) => present.some((entry) => entry.id === one));
  return last ? present.findIndex((entry) => entry.id === last.id) + 1 : 0;
}

function listOf(value: unknown): Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}
