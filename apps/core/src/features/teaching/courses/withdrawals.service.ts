import type { Transaction } from '@k12/db';
import { leaveGroupsOfCourse, returnToGroups } from '../groups/group-members-records.service.ts';
import { listActiveStudents } from './enrollments.queries.ts';

interface Change {
  course_id: string;
  user_id: string;
  role: string;
  state_before: string;
  state_after: string;
  /** Of before. */
  withdrawn_at: string | null;
  now: string;
}

/** When somebody left, as it is to be kept: from leaving on, until they come back. */
export function withdrawnAt({ state_before, state_after, withdrawn_at, now }: Change): string | null {
  if (state_after !== 'withdrawn') return null;
  return state_before === 'withdrawn' ? withdrawn_at : now;
}

/** Who leaves a course leaves its groups, who comes back is in them again; all else stays as it is (TCH-10). */
export async function followWithdrawal(tx: Transaction, change: Change): Promise<void> {
  const { course_id, user_id, role, state_before, state_after, withdrawn_at, now } = change;
  if (role !== 'student' || state_before === state_after) return;
  if (state_after === 'withdrawn') {
    // In another section of the course still.
    const [stays] = await listActiveStudents(tx, course_id, [user_id]);
    if (!stays) await leaveGroupsOfCourse(tx, course_id, user_id, now);
  }
  if (state_before === 'withdrawn' && state_after === 'active' && withdrawn_at !== null) {
    await returnToGroups(tx, course_id, user_id, { left_at: withdrawn_at, now });
  }
}
