import type { Transaction } from '@k12/db';

/** What one change did to one record: dates before, and the version right after. */
export interface ChangedRecord {
  type: 'placement' | 'session' | 'due_date';
  id: string;
  title: string;
  before: Record<string, string | null>;
  lock_version: number;
}

export interface NewScheduleChange {
  id: string;
  kind: 'bump' | 'move' | 'snow_day' | 'holiday' | 'adopt';
  course_id: string | null;
  actor_id: string;
  changes: ChangedRecord[];
  created_at: string;
  undo_until_at: string;
}

export async function createScheduleChange(tx: Transaction, change: NewScheduleChange): Promise<void> {
  await tx
    .insertInto('schedule_changes')
    .values({ ...change, changes: JSON.stringify(change.changes) })
    .execute();
}

/** Locked, so that two undo requests at once undo once. */
export function selectOptionalScheduleChange(tx: Transaction, id: string, actorId: string) {
  return tx
    .selectFrom('schedule_changes')
    .select(['id', 'kind', 'changes', 'undo_until_at', 'undone_at'])
    .where('id', '=', id)
    .where('actor_id', '=', actorId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateToUndone(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.updateTable('schedule_changes').set({ undone_at: at }).where('id', '=', id).execute();
}

interface Restore {
  id: string;
  lock_version: number;
  before: Record<string, string | null>;
  updated_by: string;
  updated_at: string;
}

/** False when somebody changed the placement since. */
export async function restorePlacement(tx: Transaction, restore: Restore): Promise<boolean> {
  const { starts_on, ends_on, deleted_at } = restore.before;
  const dates = starts_on && ends_on ? { starts_on, ends_on } : {};
  const row = await tx
    .updateTable('unit_placements')
    .set((eb) => ({
      ...dates,
      ...(deleted_at === undefined ? {} : { deleted_at: deleted_at ? restore.updated_at : null }),
      updated_by: restore.updated_by,
      updated_at: restore.updated_at,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', restore.id)
    .where('lock_version', '=', restore.lock_version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** False when somebody changed the session since. */
export async function restoreSession(tx: Transaction, restore: Restore): Promise<boolean> {
  const { meeting_on, starts_at = null, ends_at = null, deleted_at } = restore.before;
  const slot = meeting_on ? { meeting_on, starts_at, ends_at } : {};
  const row = await tx
    .updateTable('lesson_sessions')
    .set((eb) => ({
      ...slot,
      ...(deleted_at === undefined ? {} : { deleted_at: deleted_at ? restore.updated_at : null }),
      updated_by: restore.updated_by,
      updated_at: restore.updated_at,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', restore.id)
    .where('lock_version', '=', restore.lock_version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
