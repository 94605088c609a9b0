import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { inOrderAfter } from '../../../platform/in-order-after.ts';

/** Sealed values begin with the id of their key; anything else was sealed with a former one. */
const sealedWith = (keyId: string) => `${keyId}.%`;

export interface Key {
  tenant_id: string;
  id: string;
}

const positionOf = (after: Key | null) => (after ? [after.tenant_id, after.id] : undefined);

/** Steps of the whole installation, for the job role alone: rows in the order of their keys. */
export function listTotpToReseal(tx: Transaction, keyId: string, after: Key | null, limit: number) {
  const rows = tx
    .selectFrom('totp_factors')
    .select(['tenant_id', 'user_id', 'secret'])
    .where('secret', 'not like', sealedWith(keyId))
    .limit(limit)
    .forUpdate();
  return inOrderAfter(rows, ['tenant_id', 'user_id'], positionOf(after)).execute();
}

export async function updateTotpSeal(tx: Transaction, key: Key, secret: string): Promise<void> {
  await tx
    .updateTable('totp_factors')
    .set({ secret })
    .where('tenant_id', '=', key.tenant_id)
    .where('user_id', '=', key.id)
    .execute();
}

export async function countTotpToReseal(tx: Transaction, keyId: string): Promise<number> {
  const { rows } = await tx
    .selectFrom('totp_factors')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('secret', 'not like', sealedWith(keyId))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

const sealedAddress = sql<string>`convert_from(address_sealed, 'UTF8')`;

export function listMailsToReseal(tx: Transaction, keyId: string, after: Key | null, limit: number) {
  const rows = tx
    .selectFrom('outbox_mails')
    .select(['tenant_id', 'id', 'address_sealed', 'content_sealed'])
    .where(sealedAddress, 'not like', sealedWith(keyId))
    .limit(limit)
    .forUpdate();
  return inOrderAfter(rows, ['tenant_id', 'id'], positionOf(after)).execute();
}

export async function updateMailSeal(
  tx: Transaction,
  key: Key,
  sealed: { address_sealed: Buffer; content_sealed: Buffer | null },
): Promise<void> {
  await tx
    .updateTable('outbox_mails')
    .set(sealed)
    .where('tenant_id', '=', key.tenant_id)
    .where('id', '=', key.id)
    .execute();
}

export async function countMailsToReseal(tx: Transaction, keyId: string): Promise<number> {
  const { rows } = await tx
    .selectFrom('outbox_mails')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where(sealedAddress, 'not like', sealedWith(keyId))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

export function listPersonKeysToReseal(tx: Transaction, keyId: string, after: Key | null, limit: number) {
  const rows = tx
    .selectFrom('person_keys')
    .select(['tenant_id', 'user_id', 'sealed_key'])
    .where('sealed_key', 'not like', sealedWith(keyId))
    .limit(limit)
    .forUpdate();
  return inOrderAfter(rows, ['tenant_id', 'user_id'], positionOf(after)).execute();
}

export async function updatePersonKeySeal(tx: Transaction, key: Key, sealed_key: string): Promise<void> {
  await tx
    .updateTable('person_keys')
    .set({ sealed_key })
    .where('tenant_id', '=', key.tenant_id)
    .where('user_id', '=', key.id)
    .execute();
}

export async function countPersonKeysToReseal(tx: Transaction, keyId: string): Promise<number> {
  const { rows } = await tx
    .selectFrom('person_keys')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('sealed_key', 'not like', sealedWith(keyId))
    .executeTakeFirstOrThrow();
  return Number(rows);
}
