import type {
  Baseline,
  BaselineCreate,
  PacingAdopt,
  PacingGuide,
  PacingGuideCreate,
} from '@k12/contracts/planning/curriculum-map';
import { newId, type Transaction } from '@k12/db';
import { indexOnOrAfter, schoolDaysCount, schoolDaysDrift } from '@k12/plan-content/school-dates';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import {
  canPlan,
  coursesInReach,
  selectReadableCourse,
} from '../../teaching/courses/course-access.service.ts';
import { type SchoolYear, schoolYear } from '../../teaching/school-days/school-years.service.ts';
import { createAdopted } from '../placements/placement-adoption.service.ts';
import { loadPlacements, presentPlacement } from '../placements/placement-records.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import * as queries from './curriculum-map.queries.ts';
import { canFreeze } from './curriculum-map.service.ts';

interface PlaceQuery {
  academic_year_id?: string | undefined;
  school_id?: string | undefined;
}

function schoolsOf(context: Context, query: PlaceQuery): 'all' | string[] {
  const reach = schoolsInReach(context.actor, 'unit_plans.read');
  const { school_id } = query;
  if (!school_id) return reach;
  return reach === 'all' || reach.includes(school_id) ? [school_id] : [];
}

export async function listBaselines(context: Context, query: PlaceQuery): Promise<{ data: Baseline[] }> {
  const school_ids = schoolsOf(context, query);
  const { academic_year_id } = query;
  const rows = await context.readTenant((tx) => queries.listBaselines(tx, { school_ids, academic_year_id }));
  return { data: rows.map(presentBaseline) };
}

/** The plan of record: all placements of the school as they are today (PLN-109). */
export async function createBaseline(context: Context, input: BaselineCreate): Promise<Baseline> {
  authorize(canFreeze(context, input.school_id), 'unit_plans.approve');
  return context.withTenant(async (tx) => {
    const { school_id, academic_year_id } = input;
    await requireYear(tx, academic_year_id);
    await schoolYear(tx, school_id, academic_year_id);
    const baseline = {
      id: newId(),
      ...input,
      placements: await queries.listPlacementDates(tx, school_id, academic_year_id),
      frozen_on: await todayOf(context),
      created_by: context.actor.user_id ?? '',
      created_at: context.platform.clock.now().toISOString(),
    };
    await queries.createBaseline(tx, baseline);
    await audit(tx, context, { action: 'curriculum_map.frozen', id: baseline.id, school_id });
    return presentBaseline(baseline);
  });
}

function presentBaseline({
  placements,
  ...row
}: Omit<Baseline, 'placements_count'> & { placements: unknown }): Baseline {
  return { ...row, placements_count: (placements as unknown[]).length };
}

export async function listPacingGuides(
  context: Context,
  query: PlaceQuery,
): Promise<{ data: PacingGuide[] }> {
  const { academic_year_id } = query;
  return context.readTenant((tx) =>
    loadGuides(tx, context, { school_ids: schoolsOf(context, query), academic_year_id }),
  );
}

async function loadGuides(
  tx: Transaction,
  context: Context,
  filter: { school_ids: 'all' | string[]; academic_year_id?: string | undefined; id?: string },
): Promise<{ data: PacingGuide[] }> {
  const draft_school_ids = schoolsInReach(context.actor, 'unit_plans.approve');
  const guides = await queries.listGuides(tx, { ...filter, draft_school_ids });
  const ids = guides.map(({ id }) => id);
  const [units, adopted] = await Promise.all([queries.listGuideUnits(tx, ids), queries.listAdopted(tx, ids)]);
  const [first] = guides;
  const year = first && (await schoolYear(tx, first.school_id, first.academic_year_id));
  return {
    data: guides.map((guide) => ({
      ...guide,
      state: guide.state as PacingGuide['state'],
      units: units.filter(({ pacing_guide_id }) => pacing_guide_id === guide.id),
      adopted: adoptionOf(
        adopted.filter(({ pacing_guide_id }) => pacing_guide_id === guide.id),
        year?.dates ?? [],
      ),
      can: {
        update: canFreeze(context, guide.school_id),
        adopt: guide.state === 'published',
      },
    })),
  };
}

function adoptionOf(
  rows: Awaited<ReturnType<typeof queries.listAdopted>>,
  dates: SchoolYear['dates'],
): PacingGuide['adopted'] {
  const names = new Map(rows.map(({ course_id, course_name }) => [course_id, course_name]));
  return [...names].map(([course_id, course_name]) => {
    const own = rows.filter((row) => row.course_id === course_id);
    const drifts = own.map((row) =>
      Math.abs(schoolDaysDrift(dates, row.recommended_starts_on ?? row.starts_on, row.starts_on)),
    );
    const drift = drifts.reduce((sum, one) => sum + one, 0) / Math.max(1, drifts.length);
    return { course_id, course_name, units_count: own.length, drift: Math.round(drift * 10) / 10 };
  });
}

export async function createPacingGuide(context: Context, input: PacingGuideCreate): Promise<PacingGuide> {
  authorize(canFreeze(context, input.school_id), 'unit_plans.approve');
  return context.withTenant(async (tx) => {
    const year = await requireYear(tx, input.academic_year_id);
    await schoolYear(tx, input.school_id, input.academic_year_id);
    for (const [at, unit] of input.units.entries()) {
      await selectReadablePlan(tx, context.actor, unit.unit_plan_id, 'unit');
      if (unit.ends_on < unit.starts_on || unit.starts_on < year.starts_on || unit.ends_on > year.ends_on) {
        throw invalid(`/units/${at}/starts_on`, 'outside_year', `Must lie inside ${year.name}.`);
      }
    }
    const { units, subject = '', state = 'draft', ...rest } = input;
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    const guide = { ...rest, id, subject, state, created_by: context.actor.user_id ?? '', created_at };
    await queries.createGuide(
      tx,
      guide,
      units.map((unit) => ({ id: newId(), ...unit })),
    );
    await audit(tx, context, { action: 'pacing_guide.created', id, school_id: input.school_id });
    return selectGuide(tx, context, id);
  });
}

async function selectGuide(tx: Transaction, context: Context, id: string): Promise<PacingGuide> {
  const { data } = await loadGuides(tx, context, {
    school_ids: schoolsInReach(context.actor, 'unit_plans.read'),
    id,
  });
  const [guide] = data;
  if (!guide) throw new Problem('not_found');
  return guide;
}

/** Each unit starts on a school day and keeps its length in school days; units already on the course stay (PLN-110). */
export async function adoptPacing(context: Context, input: PacingAdopt) {
  return context.withTenant(async (tx) => {
    const guide = await selectGuide(tx, context, input.pacing_guide_id);
    if (guide.state !== 'published') throw new Problem('not_found');
    await selectOpenYear(tx, guide.academic_year_id);
    const year = await schoolYear(tx, guide.school_id, guide.academic_year_id);
    const skipped: string[] = [];
    const made: string[] = [];
    for (const course_id of input.course_ids) {
      const course = await selectReadableCourse(tx, context, course_id, 'unit_plans.read');
      authorize(canPlan(context.actor, course), 'unit_plans.update');
      if (course.school_id !== guide.school_id || course.academic_year_id !== guide.academic_year_id) {
        throw invalid('/course_ids', 'other_year', 'The pacing is for another school or year.');
      }
      const placed = new Set(
        (await loadPlacements(tx, context, { course_ids: [course_id] })).map((row) => row.unit_plan_id),
      );
      for (const unit of guide.units) {
        if (placed.has(unit.unit_plan_id)) skipped.push(`${course.name}: ${unit.title}`);
        else made.push(await createAdopted(tx, context, course, guide.id, adjusted(unit, year)));
      }
      await audit(tx, context, { action: 'pacing_guide.adopted', id: guide.id, school_id: course.school_id });
    }
    const today = await todayOf(context);
    const courses = new Map(
      (await coursesInReach(tx, context, 'unit_plans.read')).map((course) => [course.id, course]),
    );
    const rows = await loadPlacements(tx, context, { ids: made });
    return {
      placements: rows.map((row) => presentPlacement(context, row, courses.get(row.course_id), today)),
      skipped,
    };
  });
}

function adjusted(unit: PacingGuide['units'][number], year: SchoolYear) {
  const length = Math.max(1, schoolDaysCount(year.dates, unit.starts_on, unit.ends_on));
  const start = indexOnOrAfter(year.dates, unit.starts_on);
  const starts_on = year.dates[start]?.day ?? unit.starts_on;
  return { ...unit, starts_on, ends_on: year.dates[start + length - 1]?.day ?? unit.ends_on };
}

async function requireYear(tx: Transaction, id: string) {
  const year = await queries.selectOptionalYear(tx, id);
  if (!year) throw invalid('/academic_year_id', 'unknown_year', 'There is no such year.');
  return selectOpenYear(tx, id);
}

function audit(tx: Transaction, context: Context, entry: { action: string; id: string; school_id: string }) {
  const { action, id, school_id } = entry;
  return recordAudit(tx, context, { action, target_type: 'curriculum_map', target_id: id, school_id });
}
