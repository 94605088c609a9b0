import type { Changes, Transaction } from '@k12/db';
import { containing } from '../../../platform/like-pattern.ts';

export type EntryRow = NonNullable<Awaited<ReturnType<typeof selectOptionalEntry>>>;

export interface BankReach {
  user_id: string;
  course_ids: string[];
  school_ids: string[];
}

/** More phrases than this nobody finds anything in. */
const mostEntries = 1_000;

export function listEntries(tx: Transaction, reach: BankReach, query: { q?: string | undefined }) {
  let rows = entriesInReach(tx, reach)
    .orderBy('entry.uses_count', 'desc')
    .orderBy('entry.body')
    .orderBy('entry.id')
    .limit(mostEntries);
  const { q } = query;
  if (q)
    rows = rows.where((eb) =>
      eb.or([eb('entry.body', 'ilike', containing(q)), eb('entry.shortcut', 'ilike', containing(q))]),
    );
  return rows.execute();
}

function entriesInReach(tx: Transaction, reach: BankReach) {
  return tx
    .selectFrom('comment_bank_entries as entry')
    .leftJoin('courses as course', 'course.id', 'entry.course_id')
    .selectAll('entry')
    .select('course.school_id as course_school_id')
    .where((eb) => {
      const ways = [eb('entry.owner_id', '=', reach.user_id)];
      if (reach.course_ids.length > 0) ways.push(eb('entry.course_id', 'in', reach.course_ids));
      if (reach.school_ids.length > 0) ways.push(eb('entry.school_id', 'in', reach.school_ids));
      return eb.or(ways);
    });
}

export function selectOptionalEntry(tx: Transaction, id: string, reach: BankReach) {
  return entriesInReach(tx, reach).where('entry.id', '=', id).executeTakeFirst();
}

export interface NewEntry {
  id: string;
  owner_id: string;
  scope: 'mine' | 'course' | 'school';
  course_id: string | null;
  school_id: string | null;
  body: string;
  tags: string[];
  shortcut: string | null;
  created_at: string;
}

export async function createEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('comment_bank_entries')
    .values(entries.map((entry) => ({ ...entry, updated_at: entry.created_at })))
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateEntry(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<{ body: string; tags: string[]; shortcut: string | null }> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('comment_bank_entries')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function countUse(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('comment_bank_entries')
    .set((eb) => ({ uses_count: eb('uses_count', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteEntry(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('comment_bank_entries').where('id', '=', id).execute();
}
