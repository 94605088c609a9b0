import type {
  Placement,
  PlacementCreate,
  PlacementProposal,
  PlacementPropose,
  PlacementQuery,
  PlacementUpdate,
} from '@k12/contracts/planning/placements';
import { newId, type Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import { proposeSessions } from '@k12/plan-content/propose-sessions';
import { indexOnOrAfter } from '@k12/plan-content/school-dates';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import {
  type CourseRow,
  canPlan,
  coursesInReach,
  selectReadableCourse,
} from '../../teaching/courses/course-access.service.ts';
import { meetingsOfSections } from '../../teaching/courses/section-meetings.service.ts';
import { loadSections } from '../../teaching/courses/section-records.service.ts';
import { schoolYears } from '../../teaching/school-days/school-years.service.ts';
import { cancelSessions, createProposedSessions } from '../lesson-sessions/session-records.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import {
  conflictsOf,
  loadPlacements,
  presentPlacement,
  rowFacts,
  selectPlacement,
} from './placement-records.service.ts';
import * as queries from './placements.queries.ts';

export async function listPlacements(context: Context, query: PlacementQuery) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const filter = { academic_year_id: query.academic_year_id };
    const courses = await coursesInReach(tx, context, 'unit_plans.read', filter);
    const byId = new Map(courses.map((course) => [course.id, course]));
    const ids = query.course_id ? [query.course_id].filter((id) => byId.has(id)) : [...byId.keys()];
    const { unit_plan_id, limit } = query;
    const rows = await loadPlacements(tx, context, {
      course_ids: ids,
      unit_plan_id,
      after,
      limit: limit + 1,
    });
    const today = await todayOf(context);
    return pageOf(
      rows,
      limit,
      (row) => presentPlacement(context, row, byId.get(row.course_id), today),
      (row) => [row.starts_on, row.id],
    );
  });
}

export async function getPlacement(context: Context, id: string): Promise<Placement> {
  return context.readTenant((tx) => presentById(tx, context, id));
}

async function presentById(tx: Transaction, context: Context, id: string): Promise<Placement> {
  const { placement, course } = await selectPlacement(tx, context, id);
  return presentPlacement(context, placement, course, await todayOf(context));
}

/** From a start the end follows from lessons and meetings (PLN-111). */
export async function proposePlacement(
  context: Context,
  input: PlacementPropose,
): Promise<PlacementProposal> {
  return context.readTenant(async (tx) => {
    const course = await requirePlannable(tx, context, input);
    const years = await schoolYears(tx, [course.school_id], course.academic_year_id);
    const from = input.starts_on ?? (await todayOf(context));
    const proposal = await propose(tx, course, { ...input, starts_on: from });
    const { sections, ends_on, unplaced, lessons } = proposal;
    const starts_on = input.starts_on ?? proposal.next_on ?? from;
    const year = years.get(course.school_id)?.year;
    if (input.starts_on && year) requireInside({ starts_on, ends_on: starts_on }, year);
    const facts = await rowFacts(tx, [course], years, course.academic_year_id);
    const rows = await loadPlacements(tx, context, { course_ids: [course.id] });
    const planned = await placementToBe(tx, context, course, { ...input, starts_on, ends_on });
    return {
      starts_on,
      school_on: proposal.school_on,
      ends_on,
      sections: sections.map(({ id, name, proposal }) => ({
        section_id: id,
        name,
        sessions_count: proposal.sessions.length,
        ends_on: proposal.ends_on,
      })),
      unplaced_lessons: lessons.filter(({ id }) => unplaced.has(id)).map(({ id, title }) => ({ id, title })),
      conflicts: conflictsOf([...rows, planned], facts).filter(
        ({ placement_id }) => placement_id === planned.id,
      ),
    };
  });
}

export async function createPlacement(context: Context, input: PlacementCreate): Promise<Placement> {
  return context.withTenant(async (tx) => {
    const course = await requirePlannable(tx, context, input);
    const year = await selectOpenYear(tx, course.academic_year_id);
    await queries.lockCourse(tx, course.id);
    const { sections, ends_on: proposed } = await propose(tx, course, input);
    const ends_on = input.ends_on ?? proposed;
    requireInside({ starts_on: input.starts_on, ends_on }, year);
    const { plan } = await selectReadablePlan(tx, context.actor, input.unit_plan_id, 'unit');
    const created_at = context.platform.clock.now().toISOString();
    const id = newId();
    const placement = {
      id,
      unit_plan_id: input.unit_plan_id,
      course_id: course.id,
      school_id: course.school_id,
      academic_year_id: course.academic_year_id,
      all_sections: input.section_ids === undefined,
      starts_on: input.starts_on,
      ends_on,
      pinned_version_id: plan.published_version_id,
      follow_latest: input.follow_latest ?? true,
      created_by: context.actor.user_id ?? '',
      created_at,
    };
    await queries.createPlacement(tx, placement, input.section_ids ?? []);
    if (input.with_sessions ?? true) {
      const made = sections.map(({ id: section_id, proposal }) => ({
        section_id,
        sessions: proposal.sessions,
      }));
      await createProposedSessions(tx, context, {
        placement_id: id,
        pinned_version_id: null,
        sections: made,
      });
    }
    await audit(tx, context, 'unit_placement.created', id, course.school_id);
    await publishEvent(tx, context, 'unit_placement.created', {
      unit_placement_id: id,
      course_id: course.id,
    });
    return presentById(tx, context, id);
  });
}

export async function updatePlacement(
  context: Context,
  id: string,
  input: PlacementUpdate,
): Promise<Placement> {
  return context.withTenant(async (tx) => {
    const { placement, course } = await selectForChange(tx, context, id);
    const { section_ids, take_update, lock_version, ...changes } = input;
    if (section_ids) await requireSections(tx, course, section_ids);
    const done = await queries.updatePlacement(tx, id, lock_version, {
      ...changes,
      ...(section_ids === undefined ? {} : { all_sections: section_ids === null }),
      ...(take_update ? { pinned_version_id: placement.published_version_id } : {}),
      ...stamp(context),
    });
    if (done === undefined) throw await conflict(tx, context, id);
    if (section_ids !== undefined) await queries.replacePlacementSections(tx, id, section_ids ?? []);
    await audit(tx, context, 'unit_placement.updated', id, course.school_id);
    return presentById(tx, context, id);
  });
}

/** Sessions to come go with it; those taught stay as a record (PLN-22). */
export async function deletePlacement(context: Context, id: string, lockVersion: number): Promise<void> {
  await context.withTenant(async (tx) => {
    const { course } = await selectForChange(tx, context, id);
    const { updated_at, updated_by } = stamp(context);
    const changes = { deleted_at: updated_at, updated_at, updated_by };
    if ((await queries.updatePlacement(tx, id, lockVersion, changes)) === undefined) {
      throw await conflict(tx, context, id);
    }
    await cancelSessions(tx, context, { placement_id: id });
    await audit(tx, context, 'unit_placement.deleted', id, course.school_id);
    await publishEvent(tx, context, 'unit_placement.deleted', {
      unit_placement_id: id,
      course_id: course.id,
    });
  });
}

/** Loads for a change: readable, allowed, year open, and nobody else changing the course meanwhile. */
export async function selectForChange(tx: Transaction, context: Context, id: string) {
  const found = await selectPlacement(tx, context, id);
  authorize(canPlan(context.actor, found.course), 'unit_plans.update');
  await selectOpenYear(tx, found.course.academic_year_id);
  await queries.lockCourse(tx, found.course.id);
  return selectPlacement(tx, context, id);
}

/** Moving what somebody else has moved gives theirs (PLN-108). */
export async function conflict(tx: Transaction, context: Context, id: string): Promise<Problem> {
  return new Problem('version_conflict', { current: await presentById(tx, context, id) });
}

export function requireInside(
  dates: { starts_on: string; ends_on: string },
  year: { name: string; starts_on: string; ends_on: string },
): void {
  if (dates.ends_on < dates.starts_on) {
    throw invalid('/ends_on', 'ends_before_start', 'Must not be before the start.');
  }
  if (dates.starts_on >= year.starts_on && dates.ends_on <= year.ends_on) return;
  const isStart = dates.starts_on < year.starts_on || dates.starts_on > year.ends_on;
  const pointer = isStart ? '/starts_on' : '/ends_on';
  throw invalid(
    pointer,
    'outside_year',
    `Must lie inside ${year.name} (${year.starts_on} to ${year.ends_on}).`,
  );
}

export function stamp({ actor, platform }: Context) {
  return { updated_by: actor.user_id ?? '', updated_at: platform.clock.now().toISOString() };
}

async function requirePlannable(
  tx: Transaction,
  context: Context,
  input: { course_id: string; unit_plan_id: string; section_ids?: string[] | undefined },
): Promise<CourseRow> {
  const course = await selectReadableCourse(tx, context, input.course_id, 'unit_plans.read');
  authorize(canPlan(context.actor, course), 'unit_plans.update');
  const { plan } = await selectReadablePlan(tx, context.actor, input.unit_plan_id, 'unit');
  if (plan.school_id !== null && plan.school_id !== course.school_id) {
    throw invalid('/unit_plan_id', 'school_mismatch', 'This unit belongs to another school.');
  }
  if (input.section_ids) await requireSections(tx, course, input.section_ids);
  return course;
}

async function requireSections(tx: Transaction, course: CourseRow, ids: readonly string[]): Promise<void> {
  const known = new Set((await loadSections(tx, { course_ids: [course.id] })).map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  if (at >= 0) throw invalid(`/section_ids/${at}`, 'unknown_section', 'Must be a section of this course.');
}

/** Three weeks when nothing says how long a unit takes. */
const usualSchoolDays = 15;

async function propose(
  tx: Transaction,
  course: CourseRow,
  input: { unit_plan_id: string; section_ids?: string[] | undefined; starts_on: string },
) {
  const years = await schoolYears(tx, [course.school_id], course.academic_year_id);
  const all = await loadSections(tx, { course_ids: [course.id] });
  const sections = all.filter(({ id }) => input.section_ids?.includes(id) ?? true);
  const { school_id } = course;
  const meetings = await meetingsOfSections(
    tx,
    sections.map(({ id }) => ({ id, school_id })),
    years,
  );
  const lessons = await queries.listLessonsOfUnit(tx, input.unit_plan_id);
  const proposals = sections.map(({ id, name }) => ({
    id,
    name,
    proposal: proposeSessions(
      lessons,
      (meetings.get(id) ?? []).filter(({ day }) => day >= input.starts_on),
    ),
  }));
  const dates = years.get(school_id)?.dates ?? [];
  const first = indexOnOrAfter(dates, input.starts_on);
  const usual = dates[first + usualSchoolDays - 1]?.day;
  const school_on = dates[first]?.day ?? null;
  const met = [...meetings.values()].flatMap(
    (list) => list.find(({ day }) => day >= input.starts_on)?.day ?? [],
  );
  const ends = proposals.flatMap(({ proposal }) => proposal.ends_on ?? []).sort();
  return {
    sections: proposals,
    lessons,
    unplaced: new Set(proposals.flatMap(({ proposal }) => proposal.unplaced)),
    school_on,
    next_on: met.sort()[0] ?? school_on,
    ends_on: ends.at(-1) ?? usual ?? dates.at(-1)?.day ?? addDays(input.starts_on, 20),
  };
}

/** A placement that is not there yet, as its row would be. */
async function placementToBe(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  input: { unit_plan_id: string; section_ids?: string[] | undefined; starts_on: string; ends_on: string },
): Promise<queries.PlacementRow> {
  const { plan } = await selectReadablePlan(tx, context.actor, input.unit_plan_id, 'unit');
  const lessons = await queries.listLessonsOfUnit(tx, input.unit_plan_id);
  const minutes = lessons.flatMap(({ duration_minutes }) => duration_minutes ?? []);
  return {
    id: newId(),
    title: plan.title,
    course_id: course.id,
    unit_plan_id: plan.id,
    state: 'planned',
    starts_on: input.starts_on,
    ends_on: input.ends_on,
    all_sections: input.section_ids === undefined,
    section_ids: input.section_ids ?? null,
    planned_minutes: minutes.length > 0 ? minutes.reduce((sum, one) => sum + one, 0) : null,
    pack_key: plan.pack_key,
    pack_version: plan.pack_version,
  } as queries.PlacementRow;
}

function audit(tx: Transaction, context: Context, action: string, id: string, school_id: string) {
  return recordAudit(tx, context, { action, target_type: 'unit_placement', target_id: id, school_id });
}
