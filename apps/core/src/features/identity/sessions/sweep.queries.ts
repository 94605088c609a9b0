import type { DatabaseHandle, Transaction } from '@k12/db';

/** What no request can use any more. */
export async function deleteExpiredEntries(db: DatabaseHandle, now: string, dayAgo: string): Promise<void> {
  const { global } = db;
  await Promise.all([
    global.deleteFrom('session_directory').where('expires_at', '<', now).execute(),
    global.deleteFrom('token_directory').where('expires_at', '<', now).execute(),
    global.deleteFrom('link_directory').where('expires_at', '<', now).execute(),
    global.deleteFrom('passkey_challenges').where('expires_at', '<', now).execute(),
    global.deleteFrom('sign_in_throttles').where('last_failed_at', '<', dayAgo).execute(),
  ]);
}

/** Sessions that an impersonation refers to stay with it: they are part of its record. */
export async function deleteOldSessions(tx: Transaction, before: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('ended_at', '<', before), eb('expires_at', '<', before)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('impersonations')
            .select('impersonations.id')
            .whereRef('impersonations.session_id', '=', 'sessions.id'),
        ),
      ),
    )
    .execute();
  await tx
    .deleteFrom('device_sessions')
    .where((eb) => eb.or([eb('ended_at', '<', before), eb('expires_at', '<', before)]))
    .execute();
  await tx.deleteFrom('one_time_links').where('expires_at', '<', before).execute();
}
