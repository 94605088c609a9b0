import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import type { BulkAct, UsersBulk, UsersBulkResult } from '@k12/contracts/identity/users.bulk';
import { authorize, holds } from '../../../platform/auth/actor.ts';
import { requireFreshSignIn } from '../../../platform/auth/session-checks.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as assignments from '../role-assignments/role-assignments.service.ts';
import { requestInvitation } from './users.invitations.service.ts';
import { assignGrade, createMembership } from './users.memberships.service.ts';
import { changeState } from './users.state.service.ts';

/** One after the other, each in a transaction of its own: one refusal does not undo the others. */
export async function bulkUsers(context: Context, input: UsersBulk) {
  const { user_ids, ...act } = input;
  requireMayBulk(context, act);
  const data: UsersBulkResult[] = [];
  for (const userId of new Set(user_ids)) data.push(await applyTo(context, act, userId));
  const done_count = data.filter((item) => item.status === 'done').length;
  return { data, done_count, failed_count: data.length - done_count };
}

/** Gives who asks; a role for many needs the fresh sign-in that a role for one does. */
export function requireMayBulk(context: Context, { action }: BulkAct): string {
  const { actor, platform } = context;
  authorize(holds(actor, 'users.bulk') && actor.user_id !== null, 'users.bulk');
  if (action === 'assign_role') requireFreshSignIn(createRoleAssignment, actor, platform.clock.now());
  return actor.user_id;
}

export async function applyTo(context: Context, act: BulkAct, user_id: string): Promise<UsersBulkResult> {
  try {
    await apply(context, act, user_id);
    return { user_id, status: 'done', code: null, detail: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { user_id, status: 'failed', code: error.code, detail: error.message };
  }
}

function apply(context: Context, act: BulkAct, id: string): Promise<unknown> {
  switch (act.action) {
    case 'invite':
      return requestInvitation(context, id);
    case 'assign_school': {
      const membership = { grade_level: null, is_primary: false, starts_on: null, ends_on: null };
      return createMembership(context, id, { school_id: act.school_id, ...membership });
    }
    case 'assign_grade':
      return assignGrade(context, id, act.grade_level, act.school_id);
    case 'assign_role': {
      const { role_id, school_id } = act;
      const scope = school_id === null ? ('tenant' as const) : ('school' as const);
      const always = { starts_on: null, ends_on: null, confirm_change_of_kind: false };
      return assignments.createRoleAssignment(context, { user_id: id, role_id, school_id, scope, ...always });
    }
    default:
      return changeState(context, id, act.action);
  }
}
