import type { SignInResult } from '@k12/contracts/identity/session';
import { forgetCsrfToken } from '@/lib/api/csrf.ts';
import { announceSignIn } from '@/lib/api/tabs.ts';
import { paths, safeNext } from '@/lib/paths.ts';

/** A full load, so that nothing of the visitor before stays in memory; to where they were going (IDN-58). */
export function leaveFor(result: SignInResult, next: string | null): void {
  forgetCsrfToken();
  announceSignIn();
  if (result.state === 'signed_in') window.location.assign(safeNext(next, result.home ?? '/'));
  else if (result.state === 'choose_tenant') window.location.assign(signInOf(result));
  else window.location.assign(paths.loginSecondStep(next ?? undefined));
}

function signInOf({ tenants }: SignInResult): string {
  const [only] = tenants;
  return only ? paths.loginTenant(only.slug) : paths.login();
}
