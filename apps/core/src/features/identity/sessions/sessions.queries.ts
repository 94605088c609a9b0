import type { PendingStep } from '@k12/contracts/identity/session';
import type { DatabaseHandle, Transaction } from '@k12/db';

export function selectOptionalDirectoryEntry(db: DatabaseHandle, tokenHash: Buffer) {
  return db.global
    .selectFrom('session_directory')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export type DirectoryEntry = NonNullable<Awaited<ReturnType<typeof selectOptionalDirectoryEntry>>>;

export interface NewSession {
  id: string;
  user_id: string;
  method: 'password' | 'passkey' | 'google' | 'saml' | 'code' | 'card';
  mfa: boolean;
  pending_step: PendingStep | null;
  shared_computer: boolean;
  ip: string | null;
  user_agent: string | null;
  device_label: string | null;
  created_at: string;
  expires_at: string;
}

export async function createSession(tx: Transaction, session: NewSession): Promise<void> {
  const { created_at } = session;
  await tx
    .insertInto('sessions')
    .values({ ...session, authenticated_at: created_at, last_seen_at: created_at })
    .execute();
}

export interface NewDirectoryEntry {
  token_hash: Buffer;
  tenant_id: string;
  session_id: string;
  user_id: string;
  revision?: number;
  idle_minutes: number;
  idle_expires_at: string;
  expires_at: string;
  issued_at: string;
}

export async function createDirectoryEntry(tx: Transaction, entry: NewDirectoryEntry): Promise<void> {
  await tx.insertInto('session_directory').values(entry).execute();
}

/** Marks the current secret, or only this one, as replaced; undefined when another request has just done so. */
export function supersedeDirectoryEntry(
  tx: Transaction,
  session: { tenant_id: string; session_id: string; at: string; token_hash?: Buffer },
) {
  const { token_hash } = session;
  return tx
    .updateTable('session_directory')
    .set((eb) => ({ superseded_at: session.at, revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', session.tenant_id)
    .where('session_id', '=', session.session_id)
    .where('superseded_at', 'is', null)
    .$if(token_hash !== undefined, (query) => query.where('token_hash', '=', token_hash as Buffer))
    .returningAll()
    .executeTakeFirst();
}

export async function updateActivity(
  tx: Transaction,
  session: { tenant_id: string; session_id: string; seen_at: string; idle_expires_at: string },
): Promise<void> {
  await Promise.all([
    tx
      .updateTable('sessions')
      .set({ last_seen_at: session.seen_at })
      .where('id', '=', session.session_id)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .updateTable('session_directory')
      .set({ idle_expires_at: session.idle_expires_at })
      .where('tenant_id', '=', session.tenant_id)
      .where('session_id', '=', session.session_id)
      .execute(),
  ]);
}

export interface SessionChanges {
  pending_step?: PendingStep | null;
  mfa?: boolean;
  authenticated_at?: string;
  support_tenant_id?: string;
}

export async function updateSession(
  tx: Transaction,
  sessionId: string,
  changes: SessionChanges,
): Promise<void> {
  await tx.updateTable('sessions').set(changes).where('id', '=', sessionId).execute();
}

/** Makes every process read the session again on its next request. */
export async function updateSessionRevision(
  tx: Transaction,
  tenantId: string,
  sessionId: string,
): Promise<void> {
  await tx
    .updateTable('session_directory')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', sessionId)
    .execute();
}

/** The same for an app. */
export async function updateDeviceConfirmed(
  tx: Transaction,
  device: { tenant_id: string; id: string; at: string },
): Promise<void> {
  await tx
    .updateTable('device_sessions')
    .set({ authenticated_at: device.at })
    .where('id', '=', device.id)
    .execute();
  await tx
    .updateTable('token_directory')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', device.tenant_id)
    .where('subject_id', '=', device.id)
    .execute();
}

export async function endSession(
  tx: Transaction,
  session: { tenant_id: string; session_id: string; ended_at: string; reason: string },
): Promise<void> {
  await Promise.all([
    tx
      .updateTable('sessions')
      .set({ ended_at: session.ended_at, end_reason: session.reason })
      .where('id', '=', session.session_id)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .deleteFrom('session_directory')
      .where('tenant_id', '=', session.tenant_id)
      .where('session_id', '=', session.session_id)
      .execute(),
  ]);
}

export interface EndAll {
  tenant_id: string;
  user_id: string;
  except_session_id?: string | undefined;
  ended_at: string;
  reason: string;
}

/** Ends the open sessions of a person, all or all but one; returns how many. */
export async function endSessionsOfUser(tx: Transaction, all: EndAll): Promise<number> {
  const keep = all.except_session_id;
  const [ended] = await Promise.all([
    tx
      .updateTable('sessions')
      .set({ ended_at: all.ended_at, end_reason: all.reason })
      .where('user_id', '=', all.user_id)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', all.ended_at)
      .$if(keep !== undefined, (query) => query.where('id', '<>', keep as string))
      .executeTakeFirst(),
    tx
      .deleteFrom('session_directory')
      .where('tenant_id', '=', all.tenant_id)
      .where('user_id', '=', all.user_id)
      .$if(keep !== undefined, (query) => query.where('session_id', '<>', keep as string))
      .execute(),
  ]);
  return Number(ended.numUpdatedRows);
}

/** Apps of a person; their tokens stop at once, API tokens go on (IDN-93). */
export async function endDevicesOfUser(tx: Transaction, all: EndAll): Promise<number> {
  const [ended] = await Promise.all([
    tx
      .updateTable('device_sessions')
      .set({ ended_at: all.ended_at, end_reason: all.reason })
      .where('user_id', '=', all.user_id)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
    tx
      .deleteFrom('token_directory')
      .where('tenant_id', '=', all.tenant_id)
      .where('user_id', '=', all.user_id)
      .where('kind', '=', 'device')
      .execute(),
  ]);
  return Number(ended.numUpdatedRows);
}

/** False when there is no such open app of this person. */
export async function endDevice(
  tx: Transaction,
  device: { tenant_id: string; user_id: string; id: string; ended_at: string; reason: string },
): Promise<boolean> {
  const [ended] = await Promise.all([
    tx
      .updateTable('device_sessions')
      .set({ ended_at: device.ended_at, end_reason: device.reason })
      .where('id', '=', device.id)
      .where('user_id', '=', device.user_id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
    tx
      .deleteFrom('token_directory')
      .where('tenant_id', '=', device.tenant_id)
      .where('user_id', '=', device.user_id)
      .where('subject_id', '=', device.id)
      .execute(),
  ]);
  return ended !== undefined;
}

export function listOpenDevices(tx: Transaction, userId: string, now: string) {
  return tx
    .selectFrom('device_sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('refresh_expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .limit(100)
    .execute();
}

/** Who is in scope of an admin: the schools of somebody, their roles and their children, and those of former days. */
export async function selectOptionalPersonInReach(tx: Transaction, userId: string, today: string) {
  const user = await tx
    .selectFrom('users')
    .select(['id', 'kind', 'state', 'given_name', 'family_name', 'preferred_name', 'email', 'username'])
    .where('id', '=', userId)
    .executeTakeFirst();
  if (!user) return undefined;
  const [memberships, ofChildren, assignments] = await Promise.all([
    tx.selectFrom('memberships').select(['school_id', 'ends_on']).where('user_id', '=', userId).execute(),
    tx
      .selectFrom('guardian_links as link')
      .innerJoin('memberships as membership', 'membership.user_id', 'link.student_id')
      .select(['membership.school_id', 'membership.ends_on'])
      .where('link.guardian_id', '=', userId)
      .execute(),
    tx
      .selectFrom('role_assignments as assignment')
      .innerJoin('roles as role', 'role.id', 'assignment.role_id')
      .select(['assignment.school_id', 'assignment.scope', 'assignment.ends_on', 'role.key as role_key'])
      .where('assignment.user_id', '=', userId)
      .execute(),
  ]);
  const isOpen = (row: { ends_on: string | null }) => row.ends_on === null || row.ends_on >= today;
  const places = [...memberships, ...ofChildren, ...assignments];
  return {
    ...user,
    school_ids: places.filter(isOpen).flatMap((row) => row.school_id ?? []),
    known_school_ids: places.flatMap((row) => row.school_id ?? []),
    is_tenant_staff: assignments.some(
      (row) => row.scope === 'tenant' && isOpen(row) && !['student', 'guardian'].includes(row.role_key),
    ),
  };
}

/**
 * Bumping the revision makes every process reload the person's rights on their next request; the age makes that
 * request replace the secret too (IDN-50, IDN-79).
 */
export async function updateRevision(tx: Transaction, tenantId: string, userId: string): Promise<void> {
  await Promise.all([
    tx
      .updateTable('session_directory')
      .set((eb) => ({ revision: eb('revision', '+', 1), issued_at: new Date(0).toISOString() }))
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .execute(),
    tx
      .updateTable('token_directory')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .execute(),
    updateRevisionOfActors(tx, userId),
  ]);
}

/** Whoever acts for this person has their rights, and loses them as fast (IDN-50, IDN-96). */
export async function updateRevisionOfActors(tx: Transaction, targetId: string): Promise<void> {
  const acting = await tx
    .selectFrom('impersonations')
    .select('session_id')
    .where('target_id', '=', targetId)
    .where('ended_at', 'is', null)
    .execute();
  if (acting.length === 0) return;
  await tx
    .updateTable('session_directory')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where(
      'session_id',
      'in',
      acting.map((row) => row.session_id),
    )
    .execute();
}

export function selectOptionalSession(tx: Transaction, sessionId: string) {
  return tx.selectFrom('sessions').selectAll().where('id', '=', sessionId).executeTakeFirst();
}

/** What is open now; an idle one has left the directory's time but not the table yet. */
export function listOpenSessions(tx: Transaction, tenantId: string, userId: string, now: string) {
  return tx
    .selectFrom('sessions as session')
    .innerJoin('session_directory as entry', 'entry.session_id', 'session.id')
    .selectAll('session')
    .where('entry.tenant_id', '=', tenantId)
    .where('entry.superseded_at', 'is', null)
    .where('entry.idle_expires_at', '>', now)
    .where('session.user_id', '=', userId)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .orderBy('session.last_seen_at', 'desc')
    .limit(200)
    .execute();
}
