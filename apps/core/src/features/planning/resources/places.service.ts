import type { Resource } from '@k12/contracts/planning/resource-records';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { canOpenTo } from './resources.policy.ts';
import * as queries from './resources.queries.ts';

type Place = Pick<queries.NewResource, 'planning_context_id' | 'school_id'>;

/** What is opened to a team or a school names it, and whoever opens it is of it. */
export async function placeOf(
  tx: Transaction,
  context: Context,
  given: {
    visibility: Resource['visibility'];
    planning_context_id?: string | null | undefined;
    school_id?: string | null | undefined;
  },
): Promise<Place> {
  const { visibility } = given;
  const own = context.school_id ?? context.actor.school_ids[0] ?? null;
  let school_id = given.school_id ?? own;
  if (given.school_id && !(await queries.selectOptionalSchool(tx, given.school_id)))
    throw invalid('/school_id', 'not_found', 'There is no such school.');
  const team = given.planning_context_id
    ? await queries.selectOptionalTeam(tx, given.planning_context_id)
    : undefined;
  if (given.planning_context_id && !team)
    throw invalid('/planning_context_id', 'not_found', 'There is no such team.');
  if (visibility === 'team' && !team) throw invalid('/planning_context_id', 'required', 'Name the team.');
  if (visibility === 'team' && team) school_id = team.school_id;
  if (visibility === 'school' && !school_id) throw invalid('/school_id', 'required', 'Name the school.');
  const is_team_member = team ? await queries.isMemberOf(tx, team.id, context.actor.user_id) : false;
  authorize(canOpenTo(context.actor, { visibility, school_id, is_team_member }), 'resources.update');
  return { planning_context_id: visibility === 'team' ? (team?.id ?? null) : null, school_id };
}
