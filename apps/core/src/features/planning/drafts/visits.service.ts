import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { listVisits, saveVisit } from './drafts.queries.ts';

const minutesShown = 2;

/** Notes that the actor has the plan open and says who else has (PLN-08). */
export async function postVisit(context: Context, kind: PlanKind, id: string) {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  return context.withTenant(async (tx) => {
    await selectReadablePlan(tx, context.actor, id, kind);
    const now = context.platform.clock.now();
    await saveVisit(tx, { plan_id: id, user_id, seen_at: now.toISOString() });
    const since = new Date(now.getTime() - minutesShown * 60_000).toISOString();
    const visits = await listVisits(tx, id, since, user_id);
    return {
      data: visits.map((visit) => ({
        person: { id: visit.user_id, display_name: displayName(visit) },
        seen_at: visit.seen_at,
        section_key: visit.section_key,
      })),
    };
  });
}
