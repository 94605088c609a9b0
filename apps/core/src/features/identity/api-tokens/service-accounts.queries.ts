import type { Transaction } from '@k12/db';

function accounts(tx: Transaction) {
  return tx
    .selectFrom('users')
    .select(['id', 'given_name', 'created_at'])
    .select((eb) =>
      eb
        .selectFrom('api_tokens')
        .select((one) => one.fn.countAll<number>().as('rows'))
        .whereRef('api_tokens.user_id', '=', 'users.id')
        .where('api_tokens.revoked_at', 'is', null)
        .as('tokens'),
    )
    .where('kind', '=', 'service');
}

export type AccountRow = Awaited<ReturnType<typeof listAccounts>>[number];

export function listAccounts(tx: Transaction) {
  return accounts(tx).orderBy('sort_name').limit(200).execute();
}

export function selectOptionalAccount(tx: Transaction, id: string) {
  return accounts(tx).where('id', '=', id).executeTakeFirst();
}

export function listOwners(tx: Transaction, accountIds: string[]) {
  if (accountIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('service_account_owners as answering')
    .innerJoin('users as owner', 'owner.id', 'answering.owner_user_id')
    .select(['answering.service_user_id', 'answering.left_at', 'owner.id', 'owner.given_name'])
    .select(['owner.family_name', 'owner.preferred_name'])
    .where('answering.service_user_id', 'in', accountIds)
    .execute();
}

export async function createAccount(
  tx: Transaction,
  account: { id: string; name: string; sort_name: string; created_at: string },
): Promise<void> {
  const { id, name, sort_name, created_at } = account;
  await tx
    .insertInto('users')
    .values({
      id,
      kind: 'service',
      given_name: name,
      family_name: 'service',
      sort_name,
      search_text: sort_name,
      created_at,
    })
    .execute();
}

export async function replaceOwners(tx: Transaction, serviceId: string, ownerIds: string[]): Promise<void> {
  await tx.deleteFrom('service_account_owners').where('service_user_id', '=', serviceId).execute();
  await tx
    .insertInto('service_account_owners')
    .values(ownerIds.map((owner_user_id) => ({ service_user_id: serviceId, owner_user_id })))
    .execute();
}

export async function markOwnerLeft(tx: Transaction, ownerId: string, at: string): Promise<void> {
  await tx
    .updateTable('service_account_owners')
    .set({ left_at: at })
    .where('owner_user_id', '=', ownerId)
    .where('left_at', 'is', null)
    .execute();
}
