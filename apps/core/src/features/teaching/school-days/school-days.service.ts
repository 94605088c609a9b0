import type {
  AffectedSection,
  SchoolCalendar,
  SchoolCalendarPut,
  SchoolDay,
  SchoolDaysChanged,
  SchoolDaysDelete,
  SchoolDaysPut,
  SchoolDaysQuery,
} from '@k12/contracts/teaching/school-days';
import type { Transaction } from '@k12/db';
import { daysBetween } from '@k12/plan-content/days';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import {
  selectOpenYear,
  selectOptionalActiveYearId,
} from '../../identity/academic-years/academic-years.service.ts';
import * as policy from './school-days.policy.ts';
import * as queries from './school-days.queries.ts';
import { dayProblems, rangeProblems } from './school-days.rules.ts';

export async function listSchoolDays(
  context: Context,
  query: SchoolDaysQuery,
): Promise<{ data: SchoolDay[] }> {
  refuseFaults(rangeProblems(query.from, query.to));
  return context.readTenant(async (tx) => {
    await requireSchool(tx, context, query.school_id);
    const rows = await queries.listSchoolDays(tx, [query.school_id], query.from, query.to);
    return { data: rows.map(presentDay) };
  });
}

export async function putSchoolDays(context: Context, input: SchoolDaysPut): Promise<SchoolDaysChanged> {
  const { school_id, from, to, snow_day = false, ...given } = input;
  const is_instructional = snow_day ? false : (given.is_instructional ?? true);
  refuseFaults([...rangeProblems(from, to), ...dayProblems({ ...given, is_instructional })]);
  return context.withTenant(async (tx) => {
    await requireSchool(tx, context, school_id);
    authorize(policy.canManageDays(context.actor, school_id), 'terms.manage');
    const days = daysBetween(from, to);
    await queries.putSchoolDays(tx, school_id, days, {
      is_instructional,
      rotation_day: given.rotation_day ?? null,
      bell_schedule: given.bell_schedule ?? 'normal',
      opens_at: given.opens_at ?? null,
      closes_at: given.closes_at ?? null,
      note: given.note ?? null,
    });
    const reason = snow_day ? ('snow_day' as const) : ('holiday_added' as const);
    const affected = is_instructional ? [] : await askTeachers(tx, context, { school_id, days, reason });
    return finish(tx, context, { school_id, from, to, affected });
  });
}

export async function deleteSchoolDays(
  context: Context,
  input: SchoolDaysDelete,
): Promise<SchoolDaysChanged> {
  const { school_id, from, to } = input;
  refuseFaults(rangeProblems(from, to));
  return context.withTenant(async (tx) => {
    await requireSchool(tx, context, school_id);
    authorize(policy.canManageDays(context.actor, school_id), 'terms.manage');
    const rows = await queries.listSchoolDays(tx, [school_id], from, to);
    const days = rows.filter((row) => !row.is_instructional).map((row) => row.day_on);
    await queries.deleteSchoolDays(tx, school_id, from, to);
    const affected = await askTeachers(tx, context, { school_id, days, reason: 'holiday_removed' });
    return finish(tx, context, { school_id, from, to, affected });
  });
}

interface Question {
  school_id: string;
  days: string[];
  reason: 'snow_day' | 'holiday_added' | 'holiday_removed';
}

/** Each section with lessons that the change concerns gets a question; nothing moves by itself (PLN-115, PLN-125). */
async function askTeachers(
  tx: Transaction,
  context: Context,
  question: Question,
): Promise<AffectedSection[]> {
  const { school_id, days, reason } = question;
  const sections =
    reason === 'holiday_removed'
      ? await queries.listSectionsWithLaterSessions(tx, school_id, days)
      : await queries.listSectionsWithSessions(tx, school_id, days);
  const created_at = context.platform.clock.now().toISOString();
  const created_by = context.actor.user_id;
  const proposals = sections.flatMap(({ section_id, first_on }) =>
    first_on && created_by
      ? [{ school_id, section_id, day_on: first_on, reason, created_by, created_at }]
      : [],
  );
  await queries.createProposals(tx, proposals);
  return sections.map(({ first_on: _, sessions_count, ...section }) => ({
    ...section,
    sessions_count: Number(sessions_count),
  }));
}

interface Change {
  school_id: string;
  from: string;
  to: string;
  affected: AffectedSection[];
}

async function finish(tx: Transaction, context: Context, change: Change): Promise<SchoolDaysChanged> {
  const { school_id, from, to, affected } = change;
  await recordAudit(tx, context, {
    action: 'school_days.changed',
    target_type: 'school',
    target_id: school_id,
    school_id,
    changes: { days: [from, to] },
  });
  await publishEvent(tx, context, 'school_days.changed', { school_id, from, to });
  const rows = await queries.listSchoolDays(tx, [school_id], from, to);
  return { data: rows.map(presentDay), affected };
}

export async function getSchoolCalendar(
  context: Context,
  schoolId: string,
  yearId: string | undefined,
): Promise<SchoolCalendar> {
  return context.readTenant(async (tx) => {
    await requireSchool(tx, context, schoolId);
    const academic_year_id = yearId ?? (await selectOptionalActiveYearId(tx));
    if (!academic_year_id) throw new Problem('not_found');
    return selectCalendar(tx, schoolId, academic_year_id);
  });
}

export async function putSchoolCalendar(
  context: Context,
  schoolId: string,
  input: SchoolCalendarPut,
): Promise<SchoolCalendar> {
  const { academic_year_id, lock_version, ...fields } = input;
  return context.withTenant(async (tx) => {
    await requireSchool(tx, context, schoolId);
    authorize(policy.canManageDays(context.actor, schoolId), 'terms.manage');
    await selectOpenYear(tx, academic_year_id);
    const changes = { ...fields, updated_at: context.platform.clock.now().toISOString() };
    const key = { school_id: schoolId, academic_year_id, lock_version };
    const done =
      (await queries.updateSchoolCalendar(tx, key, changes)) ||
      (lock_version === 0 && (await queries.createSchoolCalendar(tx, schoolId, academic_year_id, changes)));
    const current = await selectCalendar(tx, schoolId, academic_year_id);
    if (!done) throw new Problem('version_conflict', { current });
    const target = { target_type: 'school', target_id: schoolId, school_id: schoolId };
    await recordAudit(tx, context, { action: 'school_calendar.updated', ...target });
    return current;
  });
}

/** Monday to Friday without a rotation until somebody says otherwise. */
async function selectCalendar(tx: Transaction, schoolId: string, yearId: string): Promise<SchoolCalendar> {
  const [row] = await queries.listSchoolCalendars(tx, [schoolId], yearId);
  if (row) return row;
  return {
    school_id: schoolId,
    academic_year_id: yearId,
    weekdays: [1, 2, 3, 4, 5],
    rotation_days: [],
    rotation_on_day_off: 'keep',
    rotation_starts_on: null,
    lock_version: 0,
  };
}

async function requireSchool(tx: Transaction, context: Context, id: string): Promise<void> {
  const school = await queries.selectOptionalSchool(tx, id);
  if (!school || !policy.canReadDays(context.actor, id)) throw new Problem('not_found');
  if (context.school_id && context.school_id !== id) throw new Problem('not_found');
}

function refuseFaults(errors: ReturnType<typeof rangeProblems>): void {
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

function presentDay(row: queries.SchoolDayRow): SchoolDay {
  return {
    ...row,
    bell_schedule: row.bell_schedule as SchoolDay['bell_schedule'],
    opens_at: row.opens_at?.slice(0, 5) ?? null,
    closes_at: row.closes_at?.slice(0, 5) ?? null,
  };
}
