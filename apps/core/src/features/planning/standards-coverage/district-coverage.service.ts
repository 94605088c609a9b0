import type { DistrictCoverage, DistrictCoverageQuery } from '@k12/contracts/planning/coverage';
import { authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { selectReportedFramework } from '../standards/frameworks.service.ts';
import { listSchoolCoverage } from './district-coverage.queries.ts';
import { resolveScope } from './scope.service.ts';

/** How much of a framework each school plans, teaches and assesses, for whoever oversees whole schools (IDN-09). */
export async function districtCoverage(
  context: Context,
  query: DistrictCoverageQuery,
): Promise<DistrictCoverage> {
  const reach = schoolsInReach(context.actor, 'unit_plans.read');
  authorize(reach === 'all' || reach.length > 0, 'unit_plans.read');
  return context.readTenant(async (tx) => {
    const framework = await selectReportedFramework(tx, context, query.framework_id);
    const whole = {
      ...query,
      taught_grades: false,
      include_drafts: false,
      include_children: false,
      include_equivalents: false,
    };
    const { facts } = await resolveScope(tx, context, whole, framework?.id ?? '');
    const { from_on, to_on } = facts;
    const reached = { ...facts, school_ids: facts.school_ids ?? (reach === 'all' ? null : reach) };
    return {
      computed_at: context.platform.clock.now().toISOString(),
      from_on,
      to_on,
      framework_id: framework?.id ?? null,
      framework_title: framework?.title ?? '',
      data: framework ? await listSchoolCoverage(tx, reached) : [],
    };
  });
}
