import type { Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { type OpenedSession, openSession, type Visitor } from '../sessions/sign-in.service.ts';
import { isMethodAllowed } from '../sign-in-policy/sign-in-policy.rules.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import { findPasskeyOwner, type PasskeyAnswer, verifyPasskey } from './passkey-proof.service.ts';

interface PasskeySignIn extends PasskeyAnswer {
  shared_computer: boolean;
  device_label?: string | undefined;
}

/** Without a username: the passkey names its person. Verifying the person counts as both factors (IDN-74). */
export async function signInWithPasskey(
  platform: Platform,
  visitor: Visitor,
  input: PasskeySignIn,
): Promise<OpenedSession> {
  const owner = await findPasskeyOwner(platform, input);
  if (!owner) throw new Problem('sign_in.failed');
  const { tenant_id, user_id } = owner;
  const [proof, policy] = await platform.db.withTenant({ tenant_id }, (tx) =>
    Promise.all([verifyPasskey(tx, platform, user_id, input), selectPolicy(tx)]),
  );
  if (!proof) throw new Problem('sign_in.failed');
  const actor = await loadActor(platform, tenant_id, user_id, async () => null);
  if (!actor) throw new Problem('sign_in.failed');
  if (!isMethodAllowed(policy, actor.roles, 'passkey')) throw new Problem('sign_in.method_not_allowed');
  const { shared_computer, device_label = null } = input;
  const request = { tenant_id, user_id, method: 'passkey' as const, shared_computer, device_label };
  return openSession(platform, visitor, { ...request, mfa: proof.user_verified });
}
