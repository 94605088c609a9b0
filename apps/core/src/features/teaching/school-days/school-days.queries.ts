import { type Changes, newId, type Transaction } from '@k12/db';

export type SchoolDayRow = Awaited<ReturnType<typeof listSchoolDays>>[number];

/** Days of schools that differ from the pattern, by date. */
export function listSchoolDays(tx: Transaction, schoolIds: readonly string[], from: string, to: string) {
  if (schoolIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('school_days')
    .select([
      'school_id',
      'day_on',
      'is_instructional',
      'rotation_day',
      'bell_schedule',
      'opens_at',
      'closes_at',
      'note',
    ])
    .where('school_id', 'in', schoolIds)
    .where('day_on', '>=', from)
    .where('day_on', '<=', to)
    .orderBy('day_on')
    .execute();
}

export interface SchoolDayFields {
  is_instructional: boolean;
  rotation_day: string | null;
  bell_schedule: string;
  opens_at: string | null;
  closes_at: string | null;
  note: string | null;
}

export async function putSchoolDays(
  tx: Transaction,
  schoolId: string,
  days: readonly string[],
  fields: SchoolDayFields,
): Promise<void> {
  await tx
    .insertInto('school_days')
    .values(days.map((day_on) => ({ school_id: schoolId, day_on, ...fields })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'school_id', 'day_on']).doUpdateSet(fields))
    .execute();
}

export async function deleteSchoolDays(tx: Transaction, schoolId: string, from: string, to: string) {
  await tx
    .deleteFrom('school_days')
    .where('school_id', '=', schoolId)
    .where('day_on', '>=', from)
    .where('day_on', '<=', to)
    .execute();
}

export function listSchoolCalendars(tx: Transaction, schoolIds: readonly string[], yearId: string) {
  if (schoolIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('school_calendars')
    .select([
      'school_id',
      'academic_year_id',
      'weekdays',
      'rotation_days',
      'rotation_on_day_off',
      'rotation_starts_on',
      'lock_version',
    ])
    .where('school_id', 'in', schoolIds)
    .where('academic_year_id', '=', yearId)
    .execute();
}

export interface CalendarFields {
  weekdays: number[];
  rotation_days: string[];
  rotation_on_day_off: 'keep' | 'advance';
  rotation_starts_on: string | null;
  updated_at: string;
}

/** False when somebody else made the first one meanwhile. */
export async function createSchoolCalendar(
  tx: Transaction,
  schoolId: string,
  yearId: string,
  fields: CalendarFields,
): Promise<boolean> {
  const made = await tx
    .insertInto('school_calendars')
    .values({ school_id: schoolId, academic_year_id: yearId, ...fields, lock_version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('school_id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function updateSchoolCalendar(
  tx: Transaction,
  key: { school_id: string; academic_year_id: string; lock_version: number },
  fields: Changes<CalendarFields>,
): Promise<boolean> {
  const updated = await tx
    .updateTable('school_calendars')
    .set((eb) => ({ ...fields, lock_version: eb('lock_version', '+', 1) }))
    .where('school_id', '=', key.school_id)
    .where('academic_year_id', '=', key.academic_year_id)
    .where('lock_version', '=', key.lock_version)
    .returning('school_id')
    .executeTakeFirst();
  return updated !== undefined;
}

export function selectOptionalSchool(tx: Transaction, id: string) {
  return tx.selectFrom('schools').select(['id', 'name', 'time_zone']).where('id', '=', id).executeTakeFirst();
}

function sectionsWithSessions(tx: Transaction, schoolId: string) {
  return tx
    .selectFrom('lesson_sessions as session')
    .innerJoin('sections as section', 'section.id', 'session.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select(['session.section_id', 'section.name as section_name', 'course.name as course_name'])
    .select((eb) => [
      eb.fn.countAll<number>().as('sessions_count'),
      eb.fn.min('session.meeting_on').as('first_on'),
    ])
    .where('course.school_id', '=', schoolId)
    .where('session.state', '=', 'scheduled')
    .where('session.deleted_at', 'is', null)
    .groupBy(['session.section_id', 'section.name', 'course.name'])
    .orderBy('course.name')
    .orderBy('section.name');
}

/** Scheduled lessons on these days, counted by section: who is asked when a day changes (PLN-125). */
export function listSectionsWithSessions(tx: Transaction, schoolId: string, days: readonly string[]) {
  if (days.length === 0) return Promise.resolve([]);
  return sectionsWithSessions(tx, schoolId).where('session.meeting_on', 'in', days).execute();
}

/** One question for each section and day; asking again changes nothing. */
export async function createProposals(
  tx: Transaction,
  proposals: readonly {
    school_id: string;
    section_id: string;
    day_on: string;
    reason: 'snow_day' | 'holiday_added' | 'holiday_removed';
    created_by: string;
    created_at: string;
  }[],
): Promise<void> {
  if (proposals.length === 0) return;
  await tx
    .insertInto('bump_proposals')
    .values(proposals.map((proposal) => ({ id: newId(), ...proposal })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'section_id', 'day_on', 'reason']).doNothing())
    .execute();
}

/** Sections with lessons on or after the first of these days: a day given back lets them move forward. */
export function listSectionsWithLaterSessions(tx: Transaction, schoolId: string, days: readonly string[]) {
  const [first] = days;
  if (!first) return Promise.resolve([]);
  return sectionsWithSessions(tx, schoolId).where('session.meeting_on', '>=', first).execute();
}

export function selectOptionalYear(tx: Transaction, id: string) {
  return tx
    .selectFrom('academic_years')
    .select(['id', 'name', 'starts_on', 'ends_on', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listSchoolsOfIds(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.selectFrom('schools').select(['id', 'time_zone']).where('id', 'in', ids).execute();
}

/** Terms that lie in no other term, with the schools they are for; none means all. */
export function listTopTerms(tx: Transaction, yearId: string) {
  return tx
    .selectFrom('terms as term')
    .select(['term.id', 'term.name', 'term.starts_on', 'term.ends_on'])
    .select((eb) =>
      eb
        .selectFrom('term_schools as link')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['link.school_id']).as('ids'))
        .whereRef('link.term_id', '=', 'term.id')
        .as('school_ids'),
    )
    .where('term.academic_year_id', '=', yearId)
    .where('term.parent_term_id', 'is', null)
    .orderBy('term.starts_on')
    .orderBy('term.id')
    .execute();
}
