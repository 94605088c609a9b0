import type { UsersBulk, UsersBulkResult } from '@k12/contracts/identity/users.bulk';
import { authorize, holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { requestInvitation } from './users.invitations.service.ts';
import { assignGrade, createMembership } from './users.memberships.service.ts';
import { changeState } from './users.state.service.ts';

/** One after the other, each in a transaction of its own: one refusal does not undo the others. */
export async function bulkUsers(context: Context, input: UsersBulk) {
  authorize(holds(context.actor, 'users.bulk'), 'users.bulk');
  const data: UsersBulkResult[] = [];
  for (const userId of new Set(input.user_ids)) data.push(await applyTo(context, input, userId));
  const done_count = data.filter((item) => item.status === 'done').length;
  return { data, done_count, failed_count: data.length - done_count };
}

async function applyTo(context: Context, input: UsersBulk, user_id: string): Promise<UsersBulkResult> {
  try {
    await apply(context, input, user_id);
    return { user_id, status: 'done', code: null, detail: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { user_id, status: 'failed', code: error.code, detail: error.message };
  }
}

function apply(context: Context, input: UsersBulk, id: string): Promise<unknown> {
  switch (input.action) {
    case 'invite':
      return requestInvitation(context, id);
    case 'assign_school': {
      const membership = { grade_level: null, is_primary: false, starts_on: null, ends_on: null };
      return createMembership(context, id, { school_id: input.school_id, ...membership });
    }
    case 'assign_grade':
      return assignGrade(context, id, input.grade_level, input.school_id);
    default:
      return changeState(context, id, input.action);
  }
}
