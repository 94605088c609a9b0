import type { Transaction } from '@k12/db';

/** Published units on a course by date, with the module one has become. */
export function listPlacedUnits(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('unit_placements as placement')
    .innerJoin('plans as unit', 'unit.id', 'placement.unit_plan_id')
    .innerJoin('plan_versions as version', 'version.id', 'unit.published_version_id')
    .select((eb) => [
      'placement.unit_plan_id',
      'placement.starts_on',
      'placement.ends_on',
      'version.title',
      'version.lessons',
      eb
        .selectFrom('modules as module')
        .select('module.id')
        .whereRef('module.unit_plan_id', '=', 'placement.unit_plan_id')
        .where('module.course_id', '=', courseId)
        .where('module.deleted_at', 'is', null)
        .limit(1)
        .as('module_id'),
    ])
    .where('placement.course_id', '=', courseId)
    .where('placement.deleted_at', 'is', null)
    .where('unit.deleted_at', 'is', null)
    .orderBy('placement.starts_on')
    .orderBy('placement.id')
    .execute();
}

export function selectOptionalVersion(tx: Transaction, id: string) {
  return tx
    .selectFrom('plan_versions')
    .select(['id', 'version_number', 'title', 'lessons', 'resources', 'alignments'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listVersions(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plan_versions')
    .select(['plan_id', 'lessons', 'resources', 'alignments'])
    .where('id', 'in', ids)
    .execute();
}

/** When each lesson is first taught in a course. */
export async function listLessonDays(
  tx: Transaction,
  courseId: string,
  lessonIds: readonly string[],
): Promise<Map<string, string>> {
  if (lessonIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('lesson_sessions as session')
    .innerJoin('sections as section', 'section.id', 'session.section_id')
    .select((eb) => ['session.lesson_plan_id', eb.fn.min('session.meeting_on').as('day')])
    .where('section.course_id', '=', courseId)
    .where('session.lesson_plan_id', 'in', lessonIds)
    .where('session.deleted_at', 'is', null)
    .groupBy('session.lesson_plan_id')
    .execute();
  return new Map(rows.map(({ lesson_plan_id, day }) => [lesson_plan_id, day]));
}

export function selectPlacement(tx: Transaction, courseId: string, unitId: string) {
  return tx
    .selectFrom('unit_placements')
    .select(['starts_on', 'ends_on'])
    .where('course_id', '=', courseId)
    .where('unit_plan_id', '=', unitId)
    .where('deleted_at', 'is', null)
    .orderBy('starts_on')
    .limit(1)
    .executeTakeFirst();
}

/** Resources that are still there; what was deleted from the library cannot be an item. */
export async function listKnownTargets(tx: Transaction, ids: { lessons: string[]; resources: string[] }) {
  const nothing = Promise.resolve([] as { id: string }[]);
  const [lessons, resources] = await Promise.all([
    ids.lessons.length > 0
      ? tx
          .selectFrom('plans')
          .select('id')
          .where('id', 'in', ids.lessons)
          .where('deleted_at', 'is', null)
          .execute()
      : nothing,
    ids.resources.length > 0
      ? tx
          .selectFrom('resources')
          .select('id')
          .where('id', 'in', ids.resources)
          .where('deleted_at', 'is', null)
          .execute()
      : nothing,
  ]);
  return new Set([...lessons, ...resources].map(({ id }) => id));
}

/** Work of a course that was made for the unit or a lesson of it. */
export function listAssignmentsOf(
  tx: Transaction,
  courseId: string,
  by: { unit_id: string; lesson_ids: readonly string[] },
) {
  return tx
    .selectFrom('assignments')
    .select(['id', 'title', 'lesson_plan_id'])
    .where('course_id', '=', courseId)
    .where('state', '<>', 'deleted')
    .where((eb) =>
      eb.or([
        eb('unit_plan_id', '=', by.unit_id),
        ...(by.lesson_ids.length > 0 ? [eb('lesson_plan_id', 'in', [...by.lesson_ids])] : []),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
