import type { DatabaseHandle, Transaction } from '@k12/db';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export function selectOptionalEntry(db: DatabaseHandle, tokenHash: Buffer) {
  return db.global
    .selectFrom('token_directory')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export type TokenEntry = NonNullable<Awaited<ReturnType<typeof selectOptionalEntry>>>;

export interface NewToken {
  id: string;
  user_id: string;
  name: string;
  prefix: string;
  scopes: string[];
  school_id: string | null;
  ip_ranges: string[];
  created_by: string;
  created_at: string;
  expires_at: string;
}

export async function createToken(
  tx: Transaction,
  token: NewToken,
  entry: { token_hash: Buffer; tenant_id: string },
): Promise<void> {
  const { id, user_id, expires_at } = token;
  await tx.insertInto('api_tokens').values(token).execute();
  await tx
    .insertInto('token_directory')
    .values({ ...entry, kind: 'api_token', user_id, subject_id: id, expires_at })
    .execute();
}

/** With its owner, and since when a service account is missing one of its two. */
function tokens(tx: Transaction) {
  return tx
    .selectFrom('api_tokens as token')
    .innerJoin('users as owner', 'owner.id', 'token.user_id')
    .selectAll('token')
    .select(['owner.kind as owner_kind', 'owner.given_name', 'owner.family_name', 'owner.preferred_name'])
    .select((eb) =>
      eb
        .selectFrom('service_account_owners as answering')
        .select((one) => one.fn.max('answering.left_at').as('left_at'))
        .whereRef('answering.service_user_id', '=', 'token.user_id')
        .as('owner_left_at'),
    );
}

export type TokenRow = Awaited<ReturnType<typeof listTokensOf>>[number];

export function listTokensOf(tx: Transaction, userId: string) {
  return tokens(tx)
    .where('token.user_id', '=', userId)
    .orderBy('token.created_at', 'desc')
    .limit(200)
    .execute();
}

export function selectOptionalToken(tx: Transaction, id: string) {
  return tokens(tx).where('token.id', '=', id).executeTakeFirst();
}

export function listTokens(tx: Transaction, limit: number, after: Position): Promise<TokenRow[]> {
  const rows = tokens(tx).limit(limit + 1);
  return inOrderAfter(rows, ['token.created_at', 'token.id'], after, 'desc').execute();
}

export function listCalls(tx: Transaction, tokenIds: string[], since: string) {
  if (tokenIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('api_token_days')
    .select(['token_id', 'used_on', 'calls'])
    .where('token_id', 'in', tokenIds)
    .where('used_on', '>=', since)
    .orderBy('used_on')
    .execute();
}

/** Ends it for the next request; false when there is no such token in force. */
export async function revokeToken(
  tx: Transaction,
  token: { tenant_id: string; id: string; at: string; reason: string },
): Promise<boolean> {
  const [revoked] = await Promise.all([
    tx
      .updateTable('api_tokens')
      .set({ revoked_at: token.at, revoke_reason: token.reason })
      .where('id', '=', token.id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
    tx
      .deleteFrom('token_directory')
      .where('tenant_id', '=', token.tenant_id)
      .where('subject_id', '=', token.id)
      .execute(),
  ]);
  return revoked !== undefined;
}

export async function addUse(
  tx: Transaction,
  use: {
    token_id: string;
    calls: number;
    used_on: string;
    last_used_at: string;
    last_used_ip: string | null;
  },
): Promise<void> {
  const { token_id, calls, used_on, last_used_at, last_used_ip } = use;
  await tx
    .insertInto('api_token_days')
    .values({ token_id, used_on, calls })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'token_id', 'used_on'])
        .doUpdateSet((eb) => ({ calls: eb('api_token_days.calls', '+', eb.ref('excluded.calls')) })),
    )
    .execute();
  await tx.updateTable('api_tokens').set({ last_used_at, last_used_ip }).where('id', '=', token_id).execute();
}
