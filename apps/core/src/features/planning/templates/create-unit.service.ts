import type { UnitPlan } from '@k12/contracts/planning/plans';
import type { UnitFromTemplate } from '@k12/contracts/planning/templates';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { copyVersion, selectVersion } from '../copies/copy-plan.service.ts';
import { fillContent, fillText, type Placeholders } from '../copies/placeholders.rules.ts';
import { checkPlace, ownPlace } from '../plans/plan-places.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { auditPlan } from '../plans/plans.service.ts';
import { presentUnits } from '../plans/present-plan.service.ts';
import { isOffered } from './present-template.service.ts';
import * as queries from './templates.queries.ts';

/** An independent unit from the published version: words, standards and lessons, with the blanks filled (PLN-66). */
export async function createUnit(
  context: Context,
  templateId: string,
  input: UnitFromTemplate,
): Promise<UnitPlan> {
  return context.withTenant(async (tx) => {
    const { plan: template } = await selectReadablePlan(tx, context.actor, templateId, 'template');
    authorize(context.actor.grants.has('unit_plans.create'), 'unit_plans.create');
    if (!isOffered(template) || !template.published_version_id) throw new Problem('template.not_offered');
    const version = await selectVersion(tx, template.published_version_id);
    const course = await courseOf(tx, input.course_id);
    const own = ownPlace(context);
    const place = {
      home: input.home ?? own.home,
      school_id: input.school_id ?? course?.school_id ?? (input.home === 'district' ? null : own.school_id),
      planning_context_id: input.planning_context_id ?? null,
      academic_year_id: input.academic_year_id ?? course?.academic_year_id ?? null,
      course_id: input.course_id ?? null,
    };
    await checkPlace(tx, context, 'unit', place);
    const blanks = await blanksOf(tx, context, input, { course, academic_year_id: place.academic_year_id });
    const id = await copyVersion(tx, context, version, {
      kind: 'unit',
      title: fillText(input.title ?? version.title, blanks).slice(0, 200),
      ...place,
      owner_id: context.actor.user_id ?? template.owner_id,
      template_version_id: version.id,
      ...fieldsOf(course),
      change: (content) => fillContent(content, blanks),
    });
    const { plan } = await selectReadablePlan(tx, context.actor, id, 'unit');
    await auditPlan(tx, context, 'plan.created', plan, { template: [null, templateId] });
    await publishEvent(tx, context, 'unit_plan.created', { unit_plan_id: id });
    const [unit] = await presentUnits(tx, context.actor, [plan]);
    if (!unit) throw new Problem('not_found');
    return unit;
  });
}

/** A unit for a course is of its subject and grades, whatever the template was written for; unnamed ones stay. */
function fieldsOf(course: { subject: string; grade_levels: string[] } | undefined) {
  return {
    ...(course?.subject ? { subjects: [course.subject] } : {}),
    ...(course && course.grade_levels.length > 0 ? { grade_levels: course.grade_levels } : {}),
  };
}

async function courseOf(tx: Transaction, id: string | undefined) {
  if (id === undefined) return undefined;
  const course = await queries.selectCourse(tx, id);
  if (!course) throw invalid('/course_id', 'unknown_course', 'There is no such course.');
  return course;
}

async function blanksOf(
  tx: Transaction,
  { actor }: Context,
  input: UnitFromTemplate,
  known: { course: { name: string; year: string } | undefined; academic_year_id: string | null },
): Promise<Placeholders> {
  const year = known.course?.year ?? (await queries.selectYearName(tx, known.academic_year_id));
  const term = input.term_id === undefined ? undefined : await queries.selectTermName(tx, input.term_id);
  if (input.term_id !== undefined && term === undefined) {
    throw invalid('/term_id', 'unknown_term', 'There is no such term.');
  }
  return {
    teacher: actor.display_name,
    ...(known.course ? { course: known.course.name } : {}),
    ...(year === undefined ? {} : { year }),
    ...(term === undefined ? {} : { term }),
  };
}
