import { type Actor, authorize } from '../../../platform/auth/actor.ts';

/** Staff and guardians may have passkeys; somebody who is only a student may not (IDN-74). */
export function canHavePasskeys(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'student');
}

export function requireMayHave(actor: Actor): void {
  authorize(canHavePasskeys(actor), 'credentials.manage_own');
}
