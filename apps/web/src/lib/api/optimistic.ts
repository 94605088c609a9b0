import type { Cache, ScopedMutator } from 'swr';
import { isKeyOf } from './keys.ts';

type Row = Record<string, unknown>;
interface Store {
  cache: Cache<unknown>;
  mutate: ScopedMutator;
}

/** Writes the expected record into every cached reply that holds it, and returns what takes it back (UXP-42). */
export function withExpected(
  { cache, mutate }: Store,
  prefixes: readonly string[],
  id: string,
  change: (record: Row) => object,
): () => void {
  const before = new Map<string, unknown>();
  for (const key of cache.keys()) {
    const plain = key.replace(/^\$inf\$/, '');
    if (key !== plain || !prefixes.some((prefix) => isKeyOf(plain, prefix))) continue;
    const known = cache.get(key)?.data;
    const next = replaced(known, id, change);
    if (next === known) continue;
    before.set(key, known);
    void mutate(key, next, { revalidate: false });
  }
  return () => {
    for (const [key, data] of before) void mutate(key, data, { revalidate: true });
  };
}

function replaced(reply: unknown, id: string, change: (record: Row) => object): unknown {
  if (isRow(reply) && reply.id === id) return { ...reply, ...change(reply) };
  if (!isRow(reply) || !Array.isArray(reply.data)) return reply;
  const rows = reply.data as Row[];
  if (!rows.some((row) => row.id === id)) return reply;
  return { ...reply, data: rows.map((row) => (row.id === id ? { ...row, ...change(row) } : row)) };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
