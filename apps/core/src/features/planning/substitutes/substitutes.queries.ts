import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export type SubstitutionRow = Awaited<ReturnType<typeof selectSubstitution>>;

function substitutionsFor(tx: Transaction) {
  return tx
    .selectFrom('substitutions as given')
    .innerJoin('users as teacher', 'teacher.id', 'given.teacher_id')
    .leftJoin('users as substitute', 'substitute.id', 'given.substitute_id')
    .selectAll('given')
    .select([
      'teacher.given_name as teacher_given_name',
      'teacher.family_name as teacher_family_name',
      'teacher.preferred_name as teacher_preferred_name',
      'substitute.given_name as substitute_given_name',
      'substitute.family_name as substitute_family_name',
      'substitute.preferred_name as substitute_preferred_name',
    ]);
}

export async function selectSubstitution(tx: Transaction, id: string) {
  const row = await substitutionsFor(tx).where('given.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

/** Given by a person, for them, or to them. */
export function listSubstitutions(
  tx: Transaction,
  userId: string,
  since: string,
): Promise<SubstitutionRow[]> {
  return substitutionsFor(tx)
    .where('given.ends_on', '>=', since)
    .where((eb) =>
      eb.or([
        eb('given.created_by', '=', userId),
        eb('given.teacher_id', '=', userId),
        eb('given.substitute_id', '=', userId),
      ]),
    )
    .orderBy('given.starts_on')
    .orderBy('given.id')
    .limit(200)
    .execute();
}

export function listSectionsOf(tx: Transaction, substitutionIds: readonly string[]) {
  if (substitutionIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('substitution_sections as link')
    .innerJoin('sections as section', 'section.id', 'link.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select([
      'link.substitution_id',
      'section.id',
      'section.name',
      'course.id as course_id',
      'course.name as course_name',
      'course.color',
    ])
    .where('link.substitution_id', 'in', [...substitutionIds])
    .orderBy('course.name')
    .orderBy('section.name')
    .execute();
}

export interface NewSubstitution {
  id: string;
  school_id: string;
  teacher_id: string;
  substitute_id: string | null;
  starts_on: string;
  ends_on: string;
  note: string;
  created_by: string;
  created_at: string;
}

export async function createSubstitution(
  tx: Transaction,
  row: NewSubstitution,
  sectionIds: readonly string[],
): Promise<void> {
  await tx.insertInto('substitutions').values(row).execute();
  await tx
    .insertInto('substitution_sections')
    .values(sectionIds.map((section_id) => ({ substitution_id: row.id, section_id })))
    .execute();
}

/** False when it was ended before. */
export async function revokeSubstitution(
  tx: Transaction,
  id: string,
  by: { revoked_at: string; revoked_by: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('substitutions')
    .set(by)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Sections that a person teaches on a day, of the ones named or of all under way. */
export function listTaughtSections(
  tx: Transaction,
  userId: string,
  today: string,
  sectionIds: readonly string[] | null,
) {
  let rows = tx
    .selectFrom('enrollments as enrollment')
    .innerJoin('sections as section', 'section.id', 'enrollment.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select(['section.id', 'section.course_id', 'course.school_id'])
    .distinct()
    .where('enrollment.user_id', '=', userId)
    .where('enrollment.role', 'in', ['teacher', 'co_teacher'])
    .where('enrollment.state', '=', 'active')
    .where((eb) => eb.or([eb('enrollment.ends_on', 'is', null), eb('enrollment.ends_on', '>=', today)]))
    .where('course.state', 'in', ['draft', 'active'])
    .where('course.deleted_at', 'is', null);
  if (sectionIds?.length === 0) return Promise.resolve([]);
  if (sectionIds) rows = rows.where('section.id', 'in', [...sectionIds]);
  return rows.execute();
}

/** What is attached to lessons and opens for whoever reads them. */
export function listOpenResources(tx: Transaction, lessonIds: readonly string[], schoolId: string) {
  if (lessonIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('resources as resource', 'resource.id', 'attachment.resource_id')
    .leftJoin('resource_versions as newest', 'newest.id', 'resource.current_version_id')
    .leftJoin('resource_versions as pinned', 'pinned.id', 'attachment.pinned_version_id')
    .select((eb) => [
      'attachment.target_id as lesson_plan_id',
      'attachment.caption',
      'resource.id',
      'resource.title',
      'resource.kind',
      'resource.url',
      eb.fn.coalesce('pinned.file_id', 'newest.file_id').as('file_id'),
    ])
    .where('attachment.target_type', '=', 'lesson_plan')
    .where('attachment.target_id', 'in', [...lessonIds])
    .where('resource.deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('attachment.opens_for_readers', '=', true),
        eb('resource.visibility', '=', 'tenant'),
        eb.and([eb('resource.visibility', '=', 'school'), eb('resource.school_id', '=', schoolId)]),
      ]),
    )
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute();
}

/** A day of access ends at midnight by the clock of the school. */
export function listSchoolClocks(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('schools')
    .select(['id', 'name', 'time_zone'])
    .where('id', 'in', [...ids])
    .execute();
}
