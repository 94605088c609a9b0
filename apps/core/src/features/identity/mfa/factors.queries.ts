import type { Transaction } from '@k12/db';

export function selectOptionalTotp(tx: Transaction, userId: string) {
  return tx.selectFrom('totp_factors').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** A secret that is not confirmed yet; a confirmed one stays. */
export function saveTotp(tx: Transaction, userId: string, secret: string, at: string) {
  return tx
    .insertInto('totp_factors')
    .values({ user_id: userId, secret, created_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'user_id'])
        .doUpdateSet((eb) => ({
          secret: eb.ref('excluded.secret'),
          created_at: eb.ref('excluded.created_at'),
        }))
        .where('totp_factors.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst();
}

/** Takes the step only if no code of it, or of a later one, was accepted before (IDN-71). */
export async function takeTotpStep(tx: Transaction, userId: string, step: number): Promise<boolean> {
  const taken = await tx
    .updateTable('totp_factors')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function updateTotpSecret(tx: Transaction, userId: string, secret: string): Promise<void> {
  await tx.updateTable('totp_factors').set({ secret }).where('user_id', '=', userId).execute();
}

export async function confirmTotp(tx: Transaction, userId: string, at: string): Promise<void> {
  await tx.updateTable('totp_factors').set({ confirmed_at: at }).where('user_id', '=', userId).execute();
}

export async function deleteTotp(tx: Transaction, userId: string): Promise<void> {
  await tx.deleteFrom('totp_factors').where('user_id', '=', userId).execute();
}

export async function replaceRecoveryCodes(tx: Transaction, userId: string, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  if (hashes.length === 0) return;
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ user_id: userId, code_hash })))
    .execute();
}

export async function spendRecoveryCode(
  tx: Transaction,
  userId: string,
  hash: Buffer,
  at: string,
): Promise<boolean> {
  const spent = await tx
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return spent !== undefined;
}

async function count(query: { executeTakeFirstOrThrow(): Promise<{ rows: number }> }): Promise<number> {
  return Number((await query.executeTakeFirstOrThrow()).rows);
}

export async function selectFactors(tx: Transaction, userId: string) {
  const [totp, recovery_codes_left, passkeys, user] = await Promise.all([
    selectOptionalTotp(tx, userId),
    count(
      tx
        .selectFrom('recovery_codes')
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .where('user_id', '=', userId)
        .where('used_at', 'is', null),
    ),
    count(
      tx
        .selectFrom('passkeys')
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .where('user_id', '=', userId),
    ),
    tx.selectFrom('users').select('mfa_due_at').where('id', '=', userId).executeTakeFirstOrThrow(),
  ]);
  return {
    totp_confirmed_at: totp?.confirmed_at ?? null,
    recovery_codes_left,
    passkeys,
    due_at: user.mfa_due_at,
  };
}

export async function updateEnrolment(tx: Transaction, userId: string, enrolled: boolean): Promise<void> {
  const due = enrolled ? { mfa_due_at: null } : {};
  await tx
    .updateTable('users')
    .set({ mfa_enrolled: enrolled, ...due })
    .where('id', '=', userId)
    .execute();
}

export async function updateMfaDue(tx: Transaction, userId: string, dueAt: string): Promise<void> {
  await tx.updateTable('users').set({ mfa_due_at: dueAt }).where('id', '=', userId).execute();
}
