import type { MeetingInput } from '@k12/contracts/teaching/meetings';
import { type Changes, newId, type Transaction } from '@k12/db';

/** Sections of courses by name, each with its students, meetings and terms: one statement for any number. */
export function listSections(tx: Transaction, by: { course_ids?: string[]; ids?: string[] }) {
  let rows = tx
    .selectFrom('sections as section')
    .selectAll('section')
    .select((eb) => [
      eb
        .selectFrom('enrollments as member')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('member.section_id', '=', 'section.id')
        .where('member.role', '=', 'student')
        .where('member.state', '=', 'active')
        .as('students_count'),
      eb
        .selectFrom('section_terms as link')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['link.term_id']).as('ids'))
        .whereRef('link.section_id', '=', 'section.id')
        .as('term_ids'),
    ])
    .orderBy('section.name')
    .orderBy('section.id');
  if (by.course_ids) rows = rows.where('section.course_id', 'in', by.course_ids);
  if (by.ids) rows = rows.where('section.id', 'in', by.ids);
  return rows.execute();
}

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>[number];

export function listMeetings(tx: Transaction, sectionIds: readonly string[]) {
  if (sectionIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('section_meetings')
    .select([
      'id',
      'section_id',
      'weekday',
      'rotation_day',
      'starts_at',
      'ends_at',
      'location',
      'effective_from_on',
      'effective_to_on',
    ])
    .where('section_id', 'in', sectionIds)
    .orderBy('weekday')
    .orderBy('rotation_day')
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

export interface SectionFields {
  name: string;
  code: string;
  capacity: number | null;
}

export async function createSection(
  tx: Transaction,
  section: SectionFields & { id: string; course_id: string; created_at: string },
): Promise<void> {
  await tx
    .insertInto('sections')
    .values({ ...section, updated_at: section.created_at })
    .execute();
}

export async function updateSection(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<SectionFields> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('sections')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function replaceTerms(tx: Transaction, sectionId: string, termIds: readonly string[]) {
  await tx.deleteFrom('section_terms').where('section_id', '=', sectionId).execute();
  if (termIds.length === 0) return;
  await tx
    .insertInto('section_terms')
    .values(termIds.map((term_id) => ({ section_id: sectionId, term_id })))
    .execute();
}

export async function replaceMeetings(
  tx: Transaction,
  sectionId: string,
  meetings: readonly MeetingInput[],
  now: string,
) {
  await tx.deleteFrom('section_meetings').where('section_id', '=', sectionId).execute();
  if (meetings.length === 0) return;
  const rows = meetings.map((meeting) => ({
    id: newId(),
    section_id: sectionId,
    weekday: meeting.weekday ?? null,
    rotation_day: meeting.rotation_day ?? null,
    starts_at: meeting.starts_at,
    ends_at: meeting.ends_at,
    location: meeting.location ?? null,
    effective_from_on: meeting.effective_from_on ?? null,
    effective_to_on: meeting.effective_to_on ?? null,
    created_at: now,
  }));
  await tx.insertInto('section_meetings').values(rows).execute();
}

/** The days of the terms a section runs in; without terms those of its year. */
export function listSectionRanges(tx: Transaction, sectionIds: readonly string[]) {
  if (sectionIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('sections as section')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .innerJoin('academic_years as year', 'year.id', 'course.academic_year_id')
    .leftJoin('section_terms as link', 'link.section_id', 'section.id')
    .leftJoin('terms as term', 'term.id', 'link.term_id')
    .select(['section.id as section_id'])
    .select((eb) => [
      eb.fn.min(eb.fn.coalesce('term.starts_on', 'year.starts_on')).as('starts_on'),
      eb.fn.max(eb.fn.coalesce('term.ends_on', 'year.ends_on')).as('ends_on'),
    ])
    .where('section.id', 'in', sectionIds)
    .groupBy('section.id')
    .execute();
}

/** Names change one at a time in a course, so that a course never has two sections of one name. */
export function lockCourse(tx: Transaction, courseId: string) {
  return tx.selectFrom('courses').select('id').where('id', '=', courseId).forUpdate().execute();
}
