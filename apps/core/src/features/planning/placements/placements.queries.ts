import type { Changes, Database, Transaction } from '@k12/db';
import { expressionBuilder, sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';

const eb = expressionBuilder<Database & { placement: Database['unit_placements'] }, 'placement' | 'plans'>();

export type PlacementRow = Awaited<ReturnType<typeof listPlacements>>[number];

export interface PlacementFilter {
  ids?: string[] | undefined;
  course_ids?: string[] | undefined;
  unit_plan_id?: string | undefined;
  academic_year_id?: string | undefined;
  limit?: number | undefined;
  after?: Position;
}

/** Placements of plans that may be read, with what a bar of the map shows. */
export function listPlacements(
  tx: Transaction,
  readable: PlanCondition | null,
  filter: PlacementFilter,
  today: string,
) {
  let rows = tx
    .selectFrom('unit_placements as placement')
    .innerJoin('plans', 'plans.id', 'placement.unit_plan_id')
    .leftJoin('plan_versions as current', 'current.id', 'plans.current_version_id')
    .leftJoin('plan_versions as published', 'published.id', 'plans.published_version_id')
    .leftJoin('plan_versions as pinned', 'pinned.id', 'placement.pinned_version_id')
    .selectAll('placement')
    .select([
      'plans.title',
      'plans.state as plan_state',
      'plans.pack_key',
      'plans.pack_version',
      'plans.published_version_id',
      'current.version_number as current_version_number',
      'published.version_number as published_version_number',
      'pinned.version_number as pinned_version_number',
      sectionIds().as('section_ids'),
      lessonFigure('count').as('lessons_count'),
      lessonFigure('minutes').as('planned_minutes'),
      versionAtEnd(today, 'id').as('record_version_id'),
      versionAtEnd(today, 'version_number').as('record_version_number'),
    ])
    .where('placement.deleted_at', 'is', null)
    .where('plans.deleted_at', 'is', null);
  if (readable) rows = rows.where(readable);
  if (filter.ids) rows = rows.where('placement.id', 'in', filter.ids);
  if (filter.course_ids) rows = rows.where('placement.course_id', 'in', filter.course_ids);
  if (filter.unit_plan_id) rows = rows.where('placement.unit_plan_id', '=', filter.unit_plan_id);
  if (filter.academic_year_id) rows = rows.where('placement.academic_year_id', '=', filter.academic_year_id);
  if (filter.limit) rows = rows.limit(filter.limit);
  return inOrderAfter(rows, ['placement.starts_on', 'placement.id'], filter.after).execute();
}

function sectionIds() {
  return eb
    .selectFrom('placement_sections as link')
    .select((inner) => inner.fn.agg<string[]>('array_agg', ['link.section_id']).as('ids'))
    .whereRef('link.placement_id', '=', 'placement.id');
}

function lessonFigure(figure: 'count' | 'minutes') {
  return eb
    .selectFrom('plans as lesson')
    .select((inner) =>
      figure === 'count'
        ? inner.fn.countAll<number>().as('figure')
        : inner.fn.sum<number>('lesson.duration_minutes').as('figure'),
    )
    .whereRef('lesson.unit_plan_id', '=', 'placement.unit_plan_id')
    .where('lesson.kind', '=', 'lesson')
    .where('lesson.deleted_at', 'is', null);
}

/** What was live on the last day of a placement that is over: its record does not move on (PLN-118, PLN-183). */
function versionAtEnd<C extends 'id' | 'version_number'>(today: string, column: C) {
  return eb
    .selectFrom('plan_publications as publication')
    .innerJoin('plan_versions as live', 'live.id', 'publication.version_id')
    .select(`live.${column}`)
    .whereRef('publication.plan_id', '=', 'placement.unit_plan_id')
    .where(sql<boolean>`${sql.ref('placement.ends_on')} < ${today}::date`)
    .where(sql<boolean>`${sql.ref('publication.published_at')} < ${sql.ref('placement.ends_on')}::date + 1`)
    .orderBy('publication.published_at', 'desc')
    .limit(1);
}

export interface NewPlacement {
  id: string;
  unit_plan_id: string;
  course_id: string;
  school_id: string;
  academic_year_id: string;
  all_sections: boolean;
  starts_on: string;
  ends_on: string;
  pinned_version_id: string | null;
  follow_latest: boolean;
  pacing_guide_id?: string | null;
  recommended_starts_on?: string | null;
  recommended_ends_on?: string | null;
  created_by: string;
  created_at: string;
}

export async function createPlacement(
  tx: Transaction,
  placement: NewPlacement,
  sectionIds: readonly string[],
): Promise<void> {
  await tx
    .insertInto('unit_placements')
    .values({ ...placement, updated_by: placement.created_by, updated_at: placement.created_at })
    .execute();
  await createPlacementSections(tx, placement.id, sectionIds);
}

export async function replacePlacementSections(
  tx: Transaction,
  id: string,
  sectionIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('placement_sections').where('placement_id', '=', id).execute();
  await createPlacementSections(tx, id, sectionIds);
}

async function createPlacementSections(tx: Transaction, id: string, sectionIds: readonly string[]) {
  if (sectionIds.length === 0) return;
  await tx
    .insertInto('placement_sections')
    .values(sectionIds.map((section_id) => ({ placement_id: id, section_id })))
    .execute();
}

export type PlacementChanges = Changes<{
  starts_on: string;
  ends_on: string;
  all_sections: boolean;
  state: 'planned' | 'taught' | 'skipped';
  follow_latest: boolean;
  pinned_version_id: string | null;
  deleted_at: string | null;
}> & { updated_by: string; updated_at: string };

/** The new version number; undefined when the version named is no longer the current one. */
export async function updatePlacement(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: PlacementChanges,
): Promise<number | undefined> {
  const moved = changes.starts_on !== undefined || changes.deleted_at !== undefined;
  const row = await tx
    .updateTable('unit_placements')
    .set((eb) => ({
      ...changes,
      ...(moved ? { sequence: eb('sequence', '+', 1) } : {}),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('lock_version')
    .executeTakeFirst();
  return row?.lock_version;
}

/** Lessons of a unit in order. */
export function listLessonsOfUnit(tx: Transaction, unitId: string) {
  return tx
    .selectFrom('plans')
    .select(['id', 'title', 'duration_minutes'])
    .where('unit_plan_id', '=', unitId)
    .where('kind', '=', 'lesson')
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The pack frozen for a year, if any: plans under another are flagged (PLN-107). */
export function selectOptionalFreeze(tx: Transaction, yearId: string) {
  return tx
    .selectFrom('pack_freezes')
    .select(['pack_key', 'pack_version'])
    .where('academic_year_id', '=', yearId)
    .executeTakeFirst();
}

/** Placements of a course change one after the other, or two moves at once could cross. */
export function lockCourse(tx: Transaction, courseId: string) {
  return tx.selectFrom('courses').select('id').where('id', '=', courseId).forUpdate().execute();
}
