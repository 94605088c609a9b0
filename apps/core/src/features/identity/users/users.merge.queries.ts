import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

/** Both accounts, held in the order of their ids until the end of the transaction. */
export async function selectPairForUpdate(tx: Transaction, keptId: string, mergedId: string) {
  const rows = await tx
    .selectFrom('users')
    .selectAll()
    .where('id', 'in', [keptId, mergedId])
    .where('state', '<>', 'anonymized')
    .orderBy('id')
    .forUpdate()
    .execute();
  const kept = rows.find((row) => row.id === keptId);
  const merged = rows.find((row) => row.id === mergedId);
  if (!kept || !merged) throw new Problem('not_found');
  return { kept, merged };
}

/** Everything that hangs on the two accounts and moves with a merge. */
export async function listBelongings(tx: Transaction, ids: string[]) {
  const [memberships, role_assignments, guardian_links, sign_in_events, passwords] = await Promise.all([
    tx.selectFrom('memberships').selectAll().where('user_id', 'in', ids).execute(),
    tx.selectFrom('role_assignments').selectAll().where('user_id', 'in', ids).execute(),
    tx
      .selectFrom('guardian_links')
      .select(['id', 'guardian_id', 'student_id'])
      .where((eb) => eb.or([eb('guardian_id', 'in', ids), eb('student_id', 'in', ids)]))
      .execute(),
    tx.selectFrom('sign_in_events').select(['id', 'user_id']).where('user_id', 'in', ids).execute(),
    tx.selectFrom('passwords').select('user_id').where('user_id', 'in', ids).execute(),
  ]);
  return { memberships, role_assignments, guardian_links, sign_in_events, passwords };
}

/** Courses, plans and resources of an account: they do not move with a merge. */
export async function hasOwnWork(tx: Transaction, userId: string): Promise<boolean> {
  const owned = await Promise.all([
    tx.selectFrom('enrollments').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst(),
    tx.selectFrom('plans').select('id').where('owner_id', '=', userId).limit(1).executeTakeFirst(),
    tx.selectFrom('resources').select('id').where('owner_id', '=', userId).limit(1).executeTakeFirst(),
  ]);
  return owned.some((row) => row !== undefined);
}

export type Belongings = Awaited<ReturnType<typeof listBelongings>>;

/** Ids of the rows that change hands; those both accounts have stay where they are. */
export interface Moved {
  memberships: string[];
  role_assignments: string[];
  links_as_guardian: string[];
  links_as_student: string[];
  sign_in_events: string[];
  password: boolean;
  primary_membership_id: string | null;
}

export async function moveBelongings(tx: Transaction, moved: Moved, from: string, to: string): Promise<void> {
  for (const table of ['memberships', 'role_assignments', 'sign_in_events'] as const) {
    if (moved[table].length === 0) continue;
    await tx
      .updateTable(table)
      .set({ user_id: to })
      .where('id', 'in', moved[table])
      .where('user_id', '=', from)
      .execute();
  }
  if (moved.links_as_guardian.length > 0) {
    const links = tx.updateTable('guardian_links').set({ guardian_id: to });
    await links.where('id', 'in', moved.links_as_guardian).where('guardian_id', '=', from).execute();
  }
  if (moved.links_as_student.length > 0) {
    const links = tx.updateTable('guardian_links').set({ student_id: to });
    await links.where('id', 'in', moved.links_as_student).where('student_id', '=', from).execute();
  }
  if (moved.password) {
    await tx.updateTable('passwords').set({ user_id: to }).where('user_id', '=', from).execute();
  }
}

export async function setPrimary(tx: Transaction, membershipId: string, isPrimary: boolean): Promise<void> {
  await tx.updateTable('memberships').set({ is_primary: isPrimary }).where('id', '=', membershipId).execute();
}

export interface NewMerge {
  id: string;
  kept_id: string;
  merged_id: string;
  moved: string;
  merged_by: string | null;
  merged_at: string;
  undo_until_at: string;
}

export async function createMerge(tx: Transaction, merge: NewMerge): Promise<void> {
  await tx.insertInto('user_merges').values(merge).execute();
}

export async function selectMergeForUpdate(tx: Transaction, id: string) {
  const merge = await tx
    .selectFrom('user_merges')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!merge) throw new Problem('not_found');
  return merge;
}

export async function finishUndo(tx: Transaction, id: string, by: string | null, at: string): Promise<void> {
  await tx.updateTable('user_merges').set({ undone_by: by, undone_at: at }).where('id', '=', id).execute();
}
