import type { SchoolGrading, SchoolGradingUpdate } from '@k12/contracts/teaching/grading-periods';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import * as queries from './grading-periods.queries.ts';

type Row = Awaited<ReturnType<typeof queries.selectOptionalSchoolGrading>>;

/** The staff of a school know how it grades. */
function requireSeen({ actor }: Context, id: string): void {
  if (!reachesSchool(actor, 'academic_years.read', id) && !actor.school_ids.includes(id))
    throw new Problem('not_found');
}

export async function getSchoolGrading(context: Context, id: string): Promise<SchoolGrading> {
  requireSeen(context, id);
  return context.readTenant(async (tx) => {
    if (!(await queries.selectOptionalSchool(tx, id))) throw new Problem('not_found');
    return present(context, id, await queries.selectOptionalSchoolGrading(tx, id));
  });
}

/** Another way of making the year moves the totals of the year in every course (TCH-115). */
export async function updateSchoolGrading(
  context: Context,
  id: string,
  { year_grade, lock_version }: SchoolGradingUpdate,
): Promise<SchoolGrading> {
  requireSeen(context, id);
  return context.withTenant(async (tx) => {
    if (!(await queries.selectOptionalSchool(tx, id))) throw new Problem('not_found');
    authorize(reachesSchool(context.actor, 'terms.manage', id), 'terms.manage');
    const before = await queries.selectOptionalSchoolGrading(tx, id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.saveSchoolGrading(tx, { school_id: id, year_grade, updated_at }, lock_version))) {
      throw new Problem('version_conflict', { current: present(context, id, before) });
    }
    await recordAudit(tx, context, {
      action: 'school_grading.updated',
      target_type: 'school',
      target_id: id,
      school_id: id,
      changes: { year_grade: [before?.year_grade ?? 'items', year_grade] },
    });
    for (const course of await queries.listCourseIds(tx, { school_id: id, academic_year_id: null })) {
      await followCourse(tx, context, course);
    }
    return present(context, id, { year_grade, lock_version: lock_version + 1 });
  });
}

function present({ actor }: Context, school_id: string, row: Row): SchoolGrading {
  return {
    school_id,
    year_grade: row?.year_grade ?? 'items',
    lock_version: row?.lock_version ?? 0,
    can: { update: reachesSchool(actor, 'terms.manage', school_id) },
  };
}
