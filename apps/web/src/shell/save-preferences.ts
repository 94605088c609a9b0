import { ApiProblem } from '@k12/contracts/client';
import { updateMe } from '@k12/contracts/identity/me';
import { getPreferences, type Preferences, updatePreferences } from '@k12/contracts/identity/preferences';
import { callApi } from '@/lib/api/browser.ts';
import type { Locale } from '@/lib/locales.ts';

export type PreferenceChanges = Partial<Omit<Preferences, 'reading'>> & {
  reading?: Partial<Preferences['reading']>;
};
export type SavedPreferences = Preferences & { lock_version: number };

/** Each choice stands alone: when another device was quicker, the newest version simply takes this one too. */
export async function savePreferences(changes: PreferenceChanges): Promise<SavedPreferences> {
  const { lock_version } = await callApi(getPreferences, {});
  return againOnNewest<SavedPreferences, SavedPreferences>(
    lock_version,
    (version) => callApi(updatePreferences, { body: { ...changes, lock_version: version } }),
    (current) => current.lock_version,
  );
}

/** The language of the account, which every device and every mail follows (UXP-92). */
export async function saveLanguage(locale: Locale, lock_version: number): Promise<void> {
  await againOnNewest<unknown, { user: { lock_version: number } }>(
    lock_version,
    (version) => callApi(updateMe, { body: { lock_version: version, locale } }),
    (current) => current.user.lock_version,
  );
}

async function againOnNewest<Reply, Current>(
  known: number,
  send: (version: number) => Promise<Reply>,
  versionOf: (current: Current) => number,
): Promise<Reply> {
  try {
    return await send(known);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'version_conflict') throw error;
    return send(versionOf(error.problem.current as Current));
  }
}
