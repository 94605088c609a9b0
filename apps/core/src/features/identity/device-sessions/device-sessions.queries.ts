import type { Transaction } from '@k12/db';

export interface NewDevice {
  id: string;
  user_id: string;
  device_name: string;
  platform: 'ios' | 'android' | 'desktop';
  installation_hash: Buffer;
  method: string;
  mfa: boolean;
  ip: string | null;
  authenticated_at: string;
  created_at: string;
  last_used_at: string;
  refresh_expires_at: string;
  expires_at: string;
}

export async function createDevice(tx: Transaction, device: NewDevice): Promise<void> {
  await tx.insertInto('device_sessions').values(device).execute();
}

export function selectOptionalDevice(tx: Transaction, id: string) {
  return tx
    .selectFrom('device_sessions')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Locked, so that two refreshes at once take their turns (IDN-92). */
export function selectOptionalDeviceForUpdate(tx: Transaction, id: string) {
  return tx
    .selectFrom('device_sessions')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export type DeviceRow = NonNullable<Awaited<ReturnType<typeof selectOptionalDevice>>>;

export interface Rotation {
  generation: number;
  replay: string;
  replay_at: string;
  last_used_at: string;
  refresh_expires_at: string;
}

export async function updateRotation(tx: Transaction, id: string, rotation: Rotation): Promise<void> {
  await tx.updateTable('device_sessions').set(rotation).where('id', '=', id).execute();
}

/** A new access token; those of the device that have run out go. */
export async function createAccessToken(
  tx: Transaction,
  entry: { token_hash: Buffer; tenant_id: string; user_id: string; subject_id: string; expires_at: string },
  now: string,
): Promise<void> {
  await tx
    .deleteFrom('token_directory')
    .where('tenant_id', '=', entry.tenant_id)
    .where('subject_id', '=', entry.subject_id)
    .where('expires_at', '<=', now)
    .execute();
  await tx
    .insertInto('token_directory')
    .values({ ...entry, kind: 'device' })
    .execute();
}

export async function endDevice(
  tx: Transaction,
  device: { tenant_id: string; id: string; ended_at: string; reason: string },
): Promise<void> {
  await tx
    .updateTable('device_sessions')
    .set({ ended_at: device.ended_at, end_reason: device.reason, replay: null })
    .where('id', '=', device.id)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .deleteFrom('token_directory')
    .where('tenant_id', '=', device.tenant_id)
    .where('subject_id', '=', device.id)
    .execute();
}
