import type { Section, SectionInput } from '@k12/contracts/teaching/courses';
import type { Meeting } from '@k12/contracts/teaching/meetings';
import { newId, type Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import * as enrollments from './enrollments.queries.ts';
import * as queries from './sections.queries.ts';

/** Sections with meetings and counts, of courses or by id. */
export async function loadSections(
  tx: Transaction,
  by: { course_ids?: string[]; ids?: string[] },
): Promise<Section[]> {
  if ((by.course_ids ?? by.ids ?? []).length === 0) return [];
  const rows = await queries.listSections(tx, by);
  const meetings = await queries.listMeetings(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    state: row.state as Section['state'],
    students_count: Number(row.students_count ?? 0),
    term_ids: row.term_ids ?? [],
    meetings: meetings.filter(({ section_id }) => section_id === row.id).map(presentMeeting),
  }));
}

/** A teacher who makes a section teaches it; for others the creator decides later. */
export async function createSections(
  tx: Transaction,
  courseId: string,
  sections: readonly SectionInput[],
  now: string,
  actor: Actor,
): Promise<string[]> {
  const ids: string[] = [];
  for (const section of sections) {
    const id = newId();
    ids.push(id);
    const { name, code = '', capacity = null } = section;
    await queries.createSection(tx, { id, course_id: courseId, name, code, capacity, created_at: now });
    await queries.replaceTerms(tx, id, section.term_ids ?? []);
    await queries.replaceMeetings(tx, id, section.meetings ?? [], now);
    if (actor.user_id && actor.roles.includes('teacher')) {
      await enrollments.createEnrollment(tx, {
        id: newId(),
        section_id: id,
        user_id: actor.user_id,
        role: 'teacher',
        starts_on: null,
        ends_on: null,
        created_at: now,
      });
    }
  }
  return ids;
}

function presentMeeting(row: queries.MeetingRow): Meeting {
  return { ...row, starts_at: row.starts_at.slice(0, 5), ends_at: row.ends_at.slice(0, 5) };
}
