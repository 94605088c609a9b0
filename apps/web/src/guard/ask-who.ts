import type { Me } from '@k12/contracts/identity/me';
import { retryRead } from '../lib/api/retry-read.ts';
import { coreUrl } from '../lib/core-url.ts';

export type Visitor =
  | { kind: 'nobody' }
  | { kind: 'person'; me: Me; set_cookies: string[] }
  /** Signed in, but a second factor or a new password is still owed. */
  | { kind: 'owes_step' }
  | { kind: 'suspended' }
  | { kind: 'unreachable' };

/** Core decides whether the cookie is a session; its presence alone proves nothing (IDN-121). */
export async function askWho(headers: Headers, isPrefetch: boolean): Promise<Visitor> {
  const cookie = headers.get('cookie');
  if (!cookie) return { kind: 'nobody' };
  const ask = async () => {
    const reply = await fetch(`${coreUrl()}/api/v1/me`, {
      // Loading ahead is not activity and must not keep a session alive (IDN-80).
      headers: { cookie, accept: 'application/json', ...(isPrefetch ? { 'x-background': '1' } : {}) },
      cache: 'no-store',
    });
    if (reply.status >= 500) throw new Error(`${reply.status} of /me`);
    return readVisitor(reply);
  };
  return retryRead(ask, () => true).catch(() => ({ kind: 'unreachable' }));
}

async function readVisitor(reply: Response): Promise<Visitor> {
  // A replaced session secret has to reach the browser, or the session ends a minute later (IDN-79).
  if (reply.ok)
    return { kind: 'person', me: (await reply.json()) as Me, set_cookies: reply.headers.getSetCookie() };
  if (reply.status === 429) return { kind: 'unreachable' };
  const { code } = (await reply.json().catch(() => ({}))) as { code?: string };
  if (code === 'mfa_required') return { kind: 'owes_step' };
  return code === 'tenant_suspended' ? { kind: 'suspended' } : { kind: 'nobody' };
}
