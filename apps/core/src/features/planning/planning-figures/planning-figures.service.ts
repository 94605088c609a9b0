import type { PlanningFigures } from '@k12/contracts/planning/planning-figures';
import { schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import * as queries from './planning-figures.queries.ts';

const dayMs = 86_400_000;
const days = 365;
const weeks = 12;

/** Each school that the caller leads; what belongs to no school is nobody's figure. */
export async function listPlanningFigures(
  context: Context,
): Promise<{ computed_at: string; data: PlanningFigures[] }> {
  const now = context.platform.clock.now();
  const since = (count: number) => new Date(now.getTime() - count * dayMs).toISOString();
  const reach = schoolsInReach(context.actor, 'unit_plans.approve');
  return context.readTenant(async (tx) => {
    const schools = await queries.listSchools(tx, reach === 'all' ? null : reach);
    const ids = schools.map(({ id }) => id);
    const units = new Map(
      (await queries.listUnitFigures(tx, ids, since(days))).map((row) => [row.school_id, row]),
    );
    const planners = Map.groupBy(
      await queries.listWeeklyPlanners(tx, ids, since(weeks * 7)),
      ({ school_id }) => school_id,
    );
    const data = schools.map((school): PlanningFigures => {
      const own = units.get(school.id);
      return {
        school,
        units_created: own?.units_created ?? 0,
        units_published: own?.units_published ?? 0,
        first_unit_to_published: minutesOf(own?.published_count, own?.published_minutes),
        unit_to_first_resource: minutesOf(own?.attached_count, own?.attached_minutes),
        weekly_planners: (planners.get(school.id) ?? []).map(({ week_on, people }) => ({ week_on, people })),
      };
    });
    return { computed_at: now.toISOString(), data };
  });
}

function minutesOf(count: number | undefined, percentiles: number[] | null | undefined) {
  const [median, p90] = percentiles ?? [];
  if (!count || median === undefined || p90 === undefined) return null;
  return { count, median: Math.round(median), p90: Math.round(p90) };
}
