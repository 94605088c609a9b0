import { ApiProblem } from '@k12/contracts/client';
import { getMe } from '@k12/contracts/identity/me';
import { callSigningIn } from '@/lib/api/browser.ts';
import type { Holder } from '@/lib/api/recovery.ts';

/** A sign-in that still owes a step counts as nobody's. */
export async function findHolder(userId: string): Promise<Holder> {
  try {
    const { user } = await callSigningIn(getMe, {});
    return user.id === userId ? 'own' : 'other';
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) return 'nobody';
    throw error;
  }
}
