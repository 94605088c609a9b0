import type { ShiftedDate } from '@k12/contracts/teaching/course-copy';
import { newId, type Transaction } from '@k12/db';
import { instantOf } from '@k12/grading/local-time';
import { type SchoolCalendar, shiftDay, shiftInstant } from '@k12/grading/shift-days';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { selectCourseForChange } from '../assignments/assignment-access.service.ts';
import { binUntil } from '../bin/bin.rules.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { type CoursePeriods, coursePeriods } from '../grading-periods/period-locks.service.ts';
import { createChange } from '../module-items/course-changes-records.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import * as queries from './course-dates.queries.ts';

/** A date as it is kept for taking back. */
export interface KeptDate {
  table: queries.DatedTable;
  id: string;
  field: ShiftedDate['field'];
  before: unknown;
  after: unknown;
  title: string;
}

/** The list before and after to confirm; then all of it in one act that can be taken back (TCH-03, TCH-185). */
export async function shiftDates(
  context: Context,
  courseId: string,
  input: { school_days: number; preview: boolean },
) {
  return context.withTenant(async (tx) => {
    const { course } = await selectCourseForChange(tx, context, courseId);
    const days = await schoolDaysOf(tx, course.school_id, course.academic_year_id);
    const periods = await coursePeriods(tx, context, course);
    const found = await shiftedDates(tx, course.id, input.school_days, days, periods);
    const dates = found.map(({ shown }) => shown);
    const kept = found.flatMap(({ keep }) => keep ?? []);
    if (input.preview || kept.length === 0) return { change_id: null, dates };
    await write(
      tx,
      kept.map(({ after, ...date }) => ({ ...date, value: after })),
    );
    await refreshWork(tx, context, { course_id: courseId });
    const change_id = await keepChange(tx, context, course, kept);
    return { change_id, dates };
  });
}

export async function schoolDaysOf(
  tx: Transaction,
  schoolId: string,
  yearId: string,
): Promise<SchoolCalendar> {
  const { dates, time_zone } = await schoolYear(tx, schoolId, yearId);
  return { time_zone, days: dates.map(({ day }) => day) };
}

/** Days of the school without a time; the others are instants. */
const wholeDays: ReadonlySet<ShiftedDate['field']> = new Set([
  'due_rule',
  'starts_on',
  'ends_on',
  'planned_on',
]);

async function shiftedDates(
  tx: Transaction,
  courseId: string,
  by: number,
  days: SchoolCalendar,
  periods: CoursePeriods,
) {
  const rows = await queries.listCourseDates(tx, courseId);
  const found: { shown: ShiftedDate; keep: KeptDate | null }[] = [];
  const add = (
    { table, kind }: { table: queries.DatedTable; kind: ShiftedDate['kind'] },
    row: { id: string; title: string | null },
    field: ShiftedDate['field'],
    value: unknown,
    isLocked = false,
  ) => {
    if (value === null || value === undefined) return;
    const before = field === 'due_rule' ? (value as { on: string }).on : String(value);
    const moved = wholeDays.has(field) ? shiftDay(before, by, days) : shiftInstant(before, by, days);
    const after = isLocked ? null : moved;
    const stays = isLocked ? ('locked' as const) : moved === null ? ('outside_year' as const) : null;
    const title = row.title ?? '';
    const stored = field === 'due_rule' ? { ...(value as object), on: after } : after;
    found.push({
      shown: { kind, id: row.id, title, field, before, after, stays },
      keep: after === null ? null : { table, id: row.id, field, before: value, after: stored, title },
    });
  };
  const work = { kind: 'assignment' } as const;
  for (const row of rows.lines) {
    const place = { ...work, table: 'assignment_dates' as const };
    const isLocked = isHeld(row, by, days, periods);
    for (const field of ['available_from_at', 'due_at', 'due_rule', 'available_until_at'] as const)
      add(place, row, field, row[field], isLocked);
  }
  for (const row of rows.assignments) {
    for (const field of ['publish_at', 'post_at'] as const)
      add({ ...work, table: 'assignments' }, row, field, row[field]);
  }
  for (const row of rows.modules) {
    for (const field of ['publish_at', 'unlock_at', 'starts_on', 'ends_on'] as const)
      add({ kind: 'module', table: 'modules' }, row, field, row[field]);
  }
  for (const row of rows.items) {
    for (const field of ['publish_at', 'planned_on'] as const)
      add({ kind: 'item', table: 'module_items' }, row, field, row[field]);
  }
  return found;
}

type DatesRow = Awaited<ReturnType<typeof queries.listCourseDates>>['lines'][number];

/** Due in a locked period, or moved into one: neither the time nor what stands around it changes (TCH-121). */
function isHeld(row: DatesRow, by: number, days: SchoolCalendar, periods: CoursePeriods): boolean {
  const rule = row.due_rule as { on: string } | null;
  const now = rule ? instantOf(days.time_zone, rule.on, '12:00') : row.due_at;
  const facts = { assigned_period_id: row.grading_period_id, published_at: row.published_at };
  const places = [now, now && shiftInstant(now, by, days)];
  return places.some((due_at) => periods.isLocked({ ...facts, due_at }, ''));
}

/** One statement for each record: available, due and until move together. */
async function write(
  tx: Transaction,
  dates: readonly (Omit<KeptDate, 'before' | 'after'> & { value: unknown })[],
) {
  const records = new Map<
    string,
    { table: queries.DatedTable; id: string; fields: Record<string, unknown> }
  >();
  for (const { table, id, field, value } of dates) {
    const record = records.get(`${table} ${id}`) ?? { table, id, fields: {} };
    record.fields[field] = field === 'due_rule' ? JSON.stringify(value) : value;
    records.set(`${table} ${id}`, record);
  }
  for (const { table, id, fields } of records.values()) await queries.updateDates(tx, table, id, fields);
}

async function keepChange(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  kept: readonly KeptDate[],
): Promise<string> {
  const id = newId();
  const now = context.platform.clock.now();
  await createChange(tx, {
    id,
    course_id: course.id,
    kind: 'shift_dates',
    actor_id: context.actor.user_id ?? '',
    before: kept,
    created_at: now.toISOString(),
    undo_until_at: binUntil(now),
  });
  await recordAudit(tx, context, {
    action: 'course.dates_shifted',
    target_type: 'course',
    target_id: course.id,
    school_id: course.school_id,
    changes: { dates: [null, kept.length] },
  });
  return id;
}

/** Back to what they were, except dates that somebody set anew since. */
export async function putDatesBack(
  tx: Transaction,
  context: Context,
  courseId: string,
  kept: readonly KeptDate[],
): Promise<{ reverted_count: number; kept: { id: string; title: string }[] }> {
  const same: KeptDate[] = [];
  const changed: KeptDate[] = [];
  for (const date of kept) {
    const row = await queries.selectDates(tx, date.table, date.id);
    (row && isSame(row[date.field], date.after) ? same : changed).push(date);
  }
  await write(
    tx,
    same.map(({ before, ...date }) => ({ ...date, value: before })),
  );
  await refreshWork(tx, context, { course_id: courseId });
  return { reverted_count: same.length, kept: changed.map(({ id, title }) => ({ id, title })) };
}

function isSame(now: unknown, then: unknown): boolean {
  if (typeof now === 'string' && typeof then === 'string') {
    return now === then || (now.length > 10 && Date.parse(now) === Date.parse(then));
  }
  return (now as { on?: string } | null)?.on === (then as { on?: string } | null)?.on;
}
