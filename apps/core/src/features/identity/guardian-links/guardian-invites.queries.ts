import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type InviteRow = Awaited<ReturnType<typeof selectInvite>>;

function invites(tx: Transaction) {
  return tx
    .selectFrom('guardian_invites as invite')
    .innerJoin('users as student', 'student.id', 'invite.student_id')
    .selectAll('invite')
    .select(['student.given_name', 'student.family_name', 'student.preferred_name']);
}

export async function selectInvite(tx: Transaction, id: string) {
  const invite = await invites(tx).where('invite.id', '=', id).executeTakeFirst();
  if (!invite) throw new Problem('not_found');
  return invite;
}

/** Newest first. */
export function listInvites(
  tx: Transaction,
  schoolIds: 'all' | string[],
  query: { limit: number; student_id?: string | undefined },
  after: Position,
): Promise<InviteRow[]> {
  if (schoolIds !== 'all' && schoolIds.length === 0) return Promise.resolve([]);
  let rows = invites(tx).limit(query.limit + 1);
  if (schoolIds !== 'all') {
    const members = tx.selectFrom('memberships').select('user_id').where('school_id', 'in', schoolIds);
    rows = rows.where('invite.student_id', 'in', members);
  }
  if (query.student_id) rows = rows.where('invite.student_id', '=', query.student_id);
  return inOrderAfter(rows, ['invite.created_at', 'invite.id'], after, 'desc').execute();
}

export interface NewInvite {
  id: string;
  student_id: string;
  locator: string;
  code_hash: Buffer;
  relationship: 'parent' | 'guardian' | 'relative' | 'other';
  email_normalized: string | null;
  created_by: string | null;
  created_at: string;
  expires_at: string;
}

/** False when another invitation of the tenant has the locator. */
export async function createInvite(tx: Transaction, invite: NewInvite): Promise<boolean> {
  const made = await tx
    .insertInto('guardian_invites')
    .values(invite)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'locator']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Held to the end of the transaction: a code is used once, also by two at the same moment. */
export function selectOptionalInviteForUpdate(tx: Transaction, locator: string) {
  return tx
    .selectFrom('guardian_invites')
    .selectAll()
    .where('locator', '=', locator)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateInvite(
  tx: Transaction,
  id: string,
  changes: { wrong_tries?: number; redeemed_by?: string; redeemed_at?: string; revoked_at?: string },
): Promise<void> {
  await tx.updateTable('guardian_invites').set(changes).where('id', '=', id).execute();
}

export async function selectEmail(tx: Transaction, userId: string): Promise<string | null> {
  const user = await tx
    .selectFrom('users')
    .select('email_normalized')
    .where('id', '=', userId)
    .executeTakeFirst();
  return user?.email_normalized ?? null;
}
