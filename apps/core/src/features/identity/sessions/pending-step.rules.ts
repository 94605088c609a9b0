import type { PendingStep } from '@k12/contracts/identity/session';

export interface SignInState {
  rule: 'off' | 'optional' | 'required';
  /** The method itself proved two factors: a passkey with user verification, or the provider's own step. */
  is_proven_twice: boolean;
  has_factor: boolean;
  due_at: string | null;
  must_change_password: boolean;
  now: Date;
}

/** What a sign-in still owes, the second factor first: nobody sets a password with half a sign-in (IDN-71). */
export function pendingStepOf(state: SignInState): PendingStep | null {
  if (state.rule !== 'off' && !state.is_proven_twice) {
    if (state.has_factor) return 'second_factor';
    const isDue = state.due_at !== null && new Date(state.due_at) <= state.now;
    if (state.rule === 'required' && isDue) return 'enrol_factor';
  }
  return state.must_change_password ? 'new_password' : null;
}
