import { newId, type Transaction } from '@k12/db';

export interface PackPin {
  pack_key: string;
  pack_version: number;
}

export interface PlaceIds {
  course_id: string | null;
  school_id: string | null;
  academic_year_id: string | null;
}

export type AssignmentScope = 'tenant' | 'school' | 'course';

export interface AssignmentTarget {
  scope: AssignmentScope;
  school_id: string | null;
  course_id: string | null;
}

/** The assignments in force that could decide at this place. */
export function selectAssignmentsAt(tx: Transaction, place: PlaceIds) {
  return tx
    .selectFrom('pack_assignments')
    .select(['scope', 'pack_key', 'pack_version'])
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('scope', '=', 'tenant'),
        ...(place.school_id ? [eb('school_id', '=', place.school_id)] : []),
        ...(place.course_id ? [eb('course_id', '=', place.course_id)] : []),
      ]),
    )
    .execute();
}

export function selectFreezeOfYear(tx: Transaction, academicYearId: string | null) {
  let rows = tx
    .selectFrom('pack_freezes')
    .innerJoin('academic_years', 'academic_years.id', 'pack_freezes.academic_year_id')
    .select(['pack_freezes.id', 'pack_freezes.pack_key', 'pack_freezes.pack_version']);
  rows = academicYearId
    ? rows.where('pack_freezes.academic_year_id', '=', academicYearId)
    : rows.where('academic_years.state', '=', 'active');
  return rows.executeTakeFirst();
}

export function selectCoursePlace(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('courses')
    .select(['school_id', 'academic_year_id'])
    .where('id', '=', courseId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function schoolExists(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

export function selectYear(tx: Transaction, id: string) {
  return tx.selectFrom('academic_years').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

export function listAssignments(tx: Transaction) {
  return tx
    .selectFrom('pack_assignments')
    .leftJoin('schools', 'schools.id', 'pack_assignments.school_id')
    .leftJoin('courses', 'courses.id', 'pack_assignments.course_id')
    .select([
      'pack_assignments.id',
      'pack_assignments.scope',
      'pack_assignments.school_id',
      'pack_assignments.course_id',
      'pack_assignments.pack_key',
      'pack_assignments.pack_version',
      'pack_assignments.starts_at',
      'schools.name as school_name',
      'courses.name as course_name',
      'courses.school_id as course_school_id',
    ])
    .where('pack_assignments.ended_at', 'is', null)
    .orderBy('pack_assignments.scope', 'desc')
    .orderBy('pack_assignments.id')
    .limit(500)
    .execute();
}

export function listFreezes(tx: Transaction) {
  return tx
    .selectFrom('pack_freezes')
    .innerJoin('academic_years', 'academic_years.id', 'pack_freezes.academic_year_id')
    .select([
      'pack_freezes.id',
      'pack_freezes.academic_year_id',
      'pack_freezes.pack_key',
      'pack_freezes.pack_version',
      'pack_freezes.created_at',
      'academic_years.name as academic_year_name',
    ])
    .orderBy('academic_years.starts_on', 'desc')
    .execute();
}

/** Ends what is in force there, then begins the new one. */
export async function replaceAssignment(
  tx: Transaction,
  target: AssignmentTarget,
  pack: PackPin | null,
  by: { user_id: string; now: string },
): Promise<void> {
  await tx
    .updateTable('pack_assignments')
    .set({ ended_at: by.now })
    .where('ended_at', 'is', null)
    .where('scope', '=', target.scope)
    .where('school_id', 'is not distinct from', target.school_id)
    .where('course_id', 'is not distinct from', target.course_id)
    .execute();
  if (!pack) return;
  await tx
    .insertInto('pack_assignments')
    .values({
      id: newId(),
      ...target,
      ...pack,
      starts_at: by.now,
      created_by: by.user_id,
      created_at: by.now,
    })
    .execute();
}

/** What older versions of a key are assigned to, with the year that a course belongs to. */
export function selectAssignmentsOfKey(tx: Transaction, key: string) {
  return tx
    .selectFrom('pack_assignments')
    .leftJoin('courses', 'courses.id', 'pack_assignments.course_id')
    .select([
      'pack_assignments.scope',
      'pack_assignments.school_id',
      'pack_assignments.course_id',
      'courses.school_id as course_school_id',
      'courses.academic_year_id',
    ])
    .where('pack_assignments.pack_key', '=', key)
    .where('pack_assignments.ended_at', 'is', null)
    .execute();
}

/** Undefined when the year is frozen already. */
export function createFreeze(
  tx: Transaction,
  freeze: PackPin & { id: string; academic_year_id: string; created_by: string; created_at: string },
) {
  return tx
    .insertInto('pack_freezes')
    .values(freeze)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'academic_year_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function selectFreeze(tx: Transaction, id: string) {
  return tx.selectFrom('pack_freezes').selectAll().where('id', '=', id).executeTakeFirst();
}

export function deleteFreeze(tx: Transaction, id: string) {
  return tx.deleteFrom('pack_freezes').where('id', '=', id).execute();
}
