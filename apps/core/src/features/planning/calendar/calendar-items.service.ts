import type { CalendarItem, CalendarKind } from '@k12/contracts/planning/calendar';
import type { Transaction } from '@k12/db';
import { instantOf } from '@k12/grading/local-time';
import type { Context } from '../../../platform/context.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { selectTenant, todayOf } from '../../identity/tenants/tenants.service.ts';
import { type CourseRow, canPlan, coursesInReach } from '../../teaching/courses/course-access.service.ts';
import { holidayRuns } from '../curriculum-map/curriculum-map.rules.ts';
import {
  loadSessions,
  loadSessionsOfSections,
  type SessionRow,
} from '../lesson-sessions/session-records.service.ts';
import { loadPlacements } from '../placements/placement-records.service.ts';
import * as queries from './calendar.queries.ts';
import { offsetAt } from './local-time.rules.ts';

/** An item with what only feeds need. */
export interface DatedItem extends CalendarItem {
  starts: string | null;
  ends: string | null;
  sequence: number;
  updated_at: string;
  is_cancelled: boolean;
}

export interface ItemFilter {
  from: string;
  to: string;
  course_id?: string | undefined;
  section_id?: string | undefined;
  kinds: ReadonlySet<CalendarKind>;
  /** Feeds send what was taken off lately as cancelled. */
  deleted_since?: string | undefined;
}

const nothing = {
  detail: null,
  starts_at: null,
  ends_at: null,
  time_zone: null,
  location: null,
  color: null,
  state: null,
  school_id: null,
  course_id: null,
  section_id: null,
  record_id: null,
  lesson_plan_id: null,
  unit_plan_id: null,
  student_id: null,
  can_move: false,
  lock_version: null,
  starts: null,
  ends: null,
  sequence: 0,
  updated_at: '2020-01-01T00:00:00Z',
  is_cancelled: false,
};

/** Staff see units and lessons; students and guardians the meetings of their sections and no title of a plan (PLN-121). */
export async function loadItems(tx: Transaction, context: Context, filter: ItemFilter): Promise<DatedItem[]> {
  const isStaff = context.actor.grants.has('lesson_plans.read');
  const lessons = isStaff ? await staffItems(tx, context, filter) : await learnerItems(tx, context, filter);
  const schoolIds = [
    ...new Set([...lessons.flatMap(({ school_id }) => school_id ?? []), ...context.actor.school_ids]),
  ];
  const [days, own] = await Promise.all([
    schoolItems(tx, schoolIds, filter),
    filter.kinds.has('personal') && !filter.course_id ? personalItems(tx, context, filter) : [],
  ]);
  return [...lessons, ...days, ...own].sort(
    (a, b) =>
      a.starts_on.localeCompare(b.starts_on) ||
      (a.starts_at ?? '').localeCompare(b.starts_at ?? '') ||
      a.key.localeCompare(b.key),
  );
}

async function staffItems(tx: Transaction, context: Context, filter: ItemFilter): Promise<DatedItem[]> {
  const { course_id, section_id, kinds } = filter;
  const all = await coursesInReach(tx, context, 'lesson_plans.read', { mine: course_id === undefined });
  const courses = all.filter(({ id }) => !course_id || id === course_id);
  const ids = courses.map(({ id }) => id);
  const range = {
    course_ids: ids,
    from: filter.from,
    to: filter.to,
    with_deleted_since: filter.deleted_since,
  };
  const zones = await zonesOf(
    tx,
    courses.map(({ school_id }) => school_id),
  );
  const [sessions, placements] = await Promise.all([
    kinds.has('session')
      ? loadSessions(tx, context, { ...range, ...(section_id ? { section_ids: [section_id] } : {}) })
      : [],
    kinds.has('unit') && !section_id ? loadPlacements(tx, context, { course_ids: ids }) : [],
  ]);
  const byId = new Map(courses.map((course) => [course.id, course]));
  const units = placements
    .filter(({ starts_on, ends_on }) => ends_on >= filter.from && starts_on <= filter.to)
    .map((row): DatedItem => {
      const course = byId.get(row.course_id);
      return {
        ...nothing,
        key: `unit:${row.id}`,
        kind: 'unit',
        title: row.title,
        detail: course?.name ?? null,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        color: course?.color ?? null,
        state: row.plan_state,
        school_id: row.school_id,
        course_id: row.course_id,
        record_id: row.id,
        unit_plan_id: row.unit_plan_id,
        can_move: course !== undefined && canPlan(context.actor, course),
        lock_version: row.lock_version,
        sequence: row.sequence,
        updated_at: row.updated_at,
      };
    });
  return [...units, ...sessions.map((row) => staffSession(context, row, byId.get(row.course_id), zones))];
}

function staffSession(
  context: Context,
  row: SessionRow,
  course: CourseRow | undefined,
  zones: ReadonlyMap<string, string>,
): DatedItem {
  return {
    ...nothing,
    ...slotOf(row, zones.get(row.school_id)),
    key: `session:${row.id}`,
    kind: 'session',
    title: row.title,
    detail: `${row.course_name} · ${row.section_name}`,
    location: row.location,
    color: row.color,
    state: row.state,
    school_id: row.school_id,
    course_id: row.course_id,
    section_id: row.section_id,
    record_id: row.id,
    lesson_plan_id: row.lesson_plan_id,
    unit_plan_id: row.unit_plan_id,
    can_move: row.state === 'scheduled' && course !== undefined && canPlan(context.actor, course),
    lock_version: row.lock_version,
    ...feedFacts(row),
  };
}

async function learnerItems(tx: Transaction, context: Context, filter: ItemFilter): Promise<DatedItem[]> {
  const { actor } = context;
  const grant = actor.grants.get('calendar.read');
  if (!grant || !actor.user_id || !filter.kinds.has('session')) return [];
  const students = grant.linked ? await linkedStudentIds(tx, context) : [actor.user_id];
  const places = (await queries.listSectionsOfStudents(tx, students, await todayOf(context)))
    .filter(({ course_id }) => !filter.course_id || course_id === filter.course_id)
    .filter(({ section_id }) => !filter.section_id || section_id === filter.section_id);
  const zones = await zonesOf(
    tx,
    places.map(({ school_id }) => school_id),
  );
  const rows = await loadSessionsOfSections(tx, {
    section_ids: [...new Set(places.map(({ section_id }) => section_id))],
    from: filter.from,
    to: filter.to,
    with_deleted_since: filter.deleted_since,
  });
  return rows.flatMap((row) =>
    places
      .filter(({ section_id }) => section_id === row.section_id)
      .map(
        (place): DatedItem => ({
          ...nothing,
          ...slotOf(row, zones.get(row.school_id)),
          key: grant.linked ? `session:${row.id}:${place.user_id}` : `session:${row.id}`,
          kind: 'session',
          title: row.course_name,
          detail: row.section_name,
          location: row.location,
          color: row.color,
          school_id: row.school_id,
          course_id: row.course_id,
          section_id: row.section_id,
          student_id: grant.linked ? place.user_id : null,
          ...feedFacts(row),
        }),
      ),
  );
}

async function zonesOf(tx: Transaction, schoolIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await queries.listZones(tx, [...new Set(schoolIds)]);
  return new Map(rows.map(({ id, time_zone }) => [id, time_zone]));
}

function slotOf(row: SessionRow, zone: string | undefined) {
  const { meeting_on, starts_at, ends_at } = row;
  const days = { starts_on: meeting_on, ends_on: meeting_on };
  if (!starts_at || !ends_at || !zone) return days;
  return {
    ...days,
    time_zone: zone,
    starts: starts_at.slice(0, 5),
    ends: ends_at.slice(0, 5),
    starts_at: instantOf(zone, meeting_on, starts_at.slice(0, 5)),
    ends_at: instantOf(zone, meeting_on, ends_at.slice(0, 5)),
  };
}

function feedFacts(row: SessionRow) {
  return {
    sequence: row.sequence,
    updated_at: row.updated_at,
    is_cancelled: row.deleted_at !== null || row.plan_deleted_at !== null || row.state === 'skipped',
  };
}

/** Terms and holidays of the schools in question. */
async function schoolItems(
  tx: Transaction,
  schoolIds: readonly string[],
  filter: ItemFilter,
): Promise<DatedItem[]> {
  const { from, to, kinds } = filter;
  const [terms, days] = await Promise.all([
    kinds.has('term') ? queries.listTerms(tx, from, to) : [],
    kinds.has('holiday') ? queries.listDaysOff(tx, schoolIds, from, to) : [],
  ]);
  const runs = schoolIds.flatMap((school_id) =>
    holidayRuns({ school_id, overrides: days.filter((day) => day.school_id === school_id) }),
  );
  // Schools of one organisation often share a holiday; it is shown once.
  const distinct = new Map(runs.map((run) => [`${run.note}:${run.starts_on}:${run.ends_on}`, run]));
  return [
    ...terms.map(
      (term): DatedItem => ({
        ...nothing,
        key: `term:${term.id}`,
        kind: 'term',
        title: term.name,
        starts_on: term.starts_on,
        ends_on: term.ends_on,
        updated_at: term.updated_at,
      }),
    ),
    ...[...distinct.values()].map(
      (run): DatedItem => ({
        ...nothing,
        key: `holiday:${run.school_id}:${run.starts_on}`,
        kind: 'holiday',
        title: run.note ?? '',
        starts_on: run.starts_on,
        ends_on: run.ends_on,
        school_id: run.school_id,
      }),
    ),
  ];
}

async function personalItems(tx: Transaction, context: Context, filter: ItemFilter): Promise<DatedItem[]> {
  if (!context.actor.user_id) return [];
  const given = filter.deleted_since ? { deleted_since: filter.deleted_since } : {};
  const rows = await queries.listEvents(tx, context.actor.user_id, given);
  const isTimed = rows.some(({ starts_at }) => starts_at !== null);
  const zone = isTimed ? await ownZone(tx, context, context.actor.user_id) : 'UTC';
  return rows.flatMap((row): DatedItem[] => {
    const slot = ownSlot(row, zone);
    if (slot.starts_on === null || slot.ends_on === null) return [];
    const { starts_on, ends_on } = slot;
    if (ends_on < filter.from || starts_on > filter.to) return [];
    return [
      {
        ...nothing,
        ...slot,
        key: `personal:${row.id}`,
        kind: 'personal',
        title: row.title,
        starts_on,
        ends_on,
        color: row.color,
        record_id: row.id,
        can_move: true,
        lock_version: row.lock_version,
        sequence: row.sequence,
        updated_at: row.updated_at,
        is_cancelled: row.deleted_at !== null,
      },
    ];
  });
}

/** Own times are those of the clocks that the person lives by, and so are the days they fall on (PLN-122). */
function ownSlot({ starts_on, ends_on, starts_at, ends_at }: queries.EventRow, time_zone: string) {
  if (!starts_at || !ends_at) return { starts_on, ends_on };
  const [from, to] = [wallOf(time_zone, starts_at), wallOf(time_zone, ends_at)];
  const clocks = { starts: from.slice(11, 16), ends: to.slice(11, 16) };
  return { starts_on: from.slice(0, 10), ends_on: to.slice(0, 10), starts_at, ends_at, time_zone, ...clocks };
}

function wallOf(timeZone: string, at: string): string {
  const instant = new Date(at);
  return new Date(instant.getTime() + offsetAt(timeZone, instant) * 60_000).toISOString();
}

async function ownZone(tx: Transaction, { platform, actor }: Context, userId: string): Promise<string> {
  const own = await queries.selectOwnZone(tx, userId);
  return own ?? (await selectTenant(platform, actor.tenant_id)).time_zone;
}
