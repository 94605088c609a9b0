import type { Transaction } from '@k12/db';

export interface NewMail {
  id: string;
  to_user_id: string | null;
  template: string;
  locale: string;
  address_sealed: Buffer;
  content_sealed: Buffer;
  state: 'queued' | 'captured';
  created_at: string;
}

export async function createMail(tx: Transaction, mail: NewMail): Promise<void> {
  await tx.insertInto('outbox_mails').values(mail).execute();
}

/** Where a person is written to, and in which language. */
export function selectRecipient(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users')
    .select(['email', 'locale'])
    .where('id', '=', userId)
    .where('state', 'in', ['invited', 'active', 'suspended'])
    .executeTakeFirst();
}

export function selectSender(tx: Transaction, tenantId: string) {
  return tx
    .selectFrom('tenants')
    .select(['name', 'locale'])
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow();
}

/** Undefined when it has been sent, or lies captured: there is nothing left to do (OPS-94). */
export function takeMail(tx: Transaction, id: string) {
  return tx
    .updateTable('outbox_mails')
    .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending'])
    .returningAll()
    .executeTakeFirst();
}

/** What the mail said is gone once it is out of our hands. */
export async function finishMail(tx: Transaction, id: string, sentAt: string): Promise<void> {
  await tx
    .updateTable('outbox_mails')
    .set({ state: 'sent', content_sealed: null, error: null, sent_at: sentAt })
    .where('id', '=', id)
    .execute();
}

export async function failMail(tx: Transaction, id: string, state: 'queued' | 'failed', error: string) {
  await tx.updateTable('outbox_mails').set({ state, error }).where('id', '=', id).execute();
}
