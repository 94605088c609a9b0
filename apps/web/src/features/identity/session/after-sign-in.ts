import { getPreferences } from '@k12/contracts/identity/preferences';
import type { SignInResult } from '@k12/contracts/identity/session';
import { callSigningIn } from '@/lib/api/browser.ts';
import { forgetCsrfToken } from '@/lib/api/csrf.ts';
import { announceSignIn } from '@/lib/api/tabs.ts';
import { paths, safeNext } from '@/lib/paths.ts';
import { appearanceCookie, themeCookie, writeAppearance } from '@/lib/themes.ts';
import { setPreferenceCookie } from '@/shell/preference-cookies.ts';

/** A full load, so that nothing of the visitor before stays in memory; to where they were going (IDN-58). */
export async function leaveFor(result: SignInResult, next: string | null): Promise<void> {
  forgetCsrfToken();
  announceSignIn();
  if (result.state === 'signed_in') await bringLook();
  if (result.state === 'signed_in') window.location.assign(safeNext(next, result.home ?? '/'));
  else if (result.state === 'choose_tenant') window.location.assign(signInOf(result));
  else window.location.assign(paths.loginSecondStep(next ?? undefined));
}

function signInOf({ tenants }: SignInResult): string {
  const [only] = tenants;
  return only ? paths.loginTenant(only.slug) : paths.login();
}

/** This device may still look the way somebody else likes it; without an answer it stays as it is. */
async function bringLook(): Promise<void> {
  try {
    const { theme, contrast, density, reading, motion, single_key_shortcuts } = await callSigningIn(
      getPreferences,
      {},
    );
    setPreferenceCookie(themeCookie, theme);
    const look = { contrast, density, reading, motion, single_key_shortcuts };
    setPreferenceCookie(appearanceCookie, writeAppearance(look));
  } catch {
    return;
  }
}
