import type { Transaction } from '@k12/db';

export interface FrozenPlacement {
  placement_id: string;
  unit_plan_id: string;
  course_id: string;
  starts_on: string;
  ends_on: string;
}

export function listBaselines(
  tx: Transaction,
  filter: { school_ids: 'all' | string[]; academic_year_id?: string | undefined; id?: string | undefined },
) {
  if (filter.school_ids !== 'all' && filter.school_ids.length === 0) return Promise.resolve([]);
  let rows = tx
    .selectFrom('map_baselines')
    .select(['id', 'school_id', 'academic_year_id', 'name', 'placements', 'frozen_on', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id');
  if (filter.school_ids !== 'all') rows = rows.where('school_id', 'in', filter.school_ids);
  if (filter.academic_year_id) rows = rows.where('academic_year_id', '=', filter.academic_year_id);
  if (filter.id) rows = rows.where('id', '=', filter.id);
  return rows.execute();
}

export async function createBaseline(
  tx: Transaction,
  baseline: {
    id: string;
    school_id: string;
    academic_year_id: string;
    name: string;
    placements: FrozenPlacement[];
    frozen_on: string;
    created_by: string;
    created_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('map_baselines')
    .values({ ...baseline, placements: JSON.stringify(baseline.placements) })
    .execute();
}

/** What the plan of record holds: every placement of the school in that year. */
export function listPlacementDates(
  tx: Transaction,
  schoolId: string,
  yearId: string,
): Promise<FrozenPlacement[]> {
  return tx
    .selectFrom('unit_placements')
    .select(['id as placement_id', 'unit_plan_id', 'course_id', 'starts_on', 'ends_on'])
    .where('academic_year_id', '=', yearId)
    .where('school_id', '=', schoolId)
    .where('deleted_at', 'is', null)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
}

export function listGuides(
  tx: Transaction,
  filter: {
    school_ids: 'all' | string[];
    draft_school_ids: 'all' | string[];
    academic_year_id?: string | undefined;
    id?: string | undefined;
  },
) {
  if (filter.school_ids !== 'all' && filter.school_ids.length === 0) return Promise.resolve([]);
  let rows = tx
    .selectFrom('pacing_guides')
    .select([
      'id',
      'school_id',
      'academic_year_id',
      'name',
      'subject',
      'grade_level',
      'state',
      'lock_version',
    ])
    .orderBy('name')
    .orderBy('id');
  if (filter.school_ids !== 'all') rows = rows.where('school_id', 'in', filter.school_ids);
  const drafts = filter.draft_school_ids;
  if (drafts !== 'all') {
    rows = rows.where((eb) =>
      eb.or([eb('state', '=', 'published'), ...(drafts.length > 0 ? [eb('school_id', 'in', drafts)] : [])]),
    );
  }
  if (filter.academic_year_id) rows = rows.where('academic_year_id', '=', filter.academic_year_id);
  if (filter.id) rows = rows.where('id', '=', filter.id);
  return rows.execute();
}

export function listGuideUnits(tx: Transaction, guideIds: readonly string[]) {
  if (guideIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('pacing_guide_units as entry')
    .innerJoin('plans', 'plans.id', 'entry.unit_plan_id')
    .select([
      'entry.pacing_guide_id',
      'entry.unit_plan_id',
      'entry.starts_on',
      'entry.ends_on',
      'plans.title',
      'plans.published_version_id',
    ])
    .where('entry.pacing_guide_id', 'in', guideIds)
    .where('plans.deleted_at', 'is', null)
    .orderBy('entry.starts_on')
    .orderBy('entry.id')
    .execute();
}

/** Placements that came from guides, with what was recommended. */
export function listAdopted(tx: Transaction, guideIds: readonly string[]) {
  if (guideIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('unit_placements as placement')
    .innerJoin('courses as course', 'course.id', 'placement.course_id')
    .select([
      'placement.pacing_guide_id',
      'placement.course_id',
      'course.name as course_name',
      'placement.starts_on',
      'placement.recommended_starts_on',
    ])
    .where('placement.pacing_guide_id', 'in', guideIds)
    .where('placement.deleted_at', 'is', null)
    .execute();
}

export async function createGuide(
  tx: Transaction,
  guide: {
    id: string;
    school_id: string;
    academic_year_id: string;
    name: string;
    subject: string;
    grade_level: string;
    state: 'draft' | 'published';
    created_by: string;
    created_at: string;
  },
  units: readonly { id: string; unit_plan_id: string; starts_on: string; ends_on: string }[],
): Promise<void> {
  await tx
    .insertInto('pacing_guides')
    .values({ ...guide, updated_at: guide.created_at })
    .execute();
  await tx
    .insertInto('pacing_guide_units')
    .values(units.map((unit) => ({ ...unit, pacing_guide_id: guide.id })))
    .execute();
}

export function selectOptionalYear(tx: Transaction, id: string) {
  return tx
    .selectFrom('academic_years')
    .select(['id', 'name', 'starts_on', 'ends_on'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listTaughtCourseIds(
  tx: Transaction,
  userId: string,
  yearId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select('course.id')
    .distinct()
    .where('member.user_id', '=', userId)
    .where('member.role', '<>', 'student')
    .where('member.state', '=', 'active')
    .where('course.academic_year_id', '=', yearId)
    .execute();
  return rows.map(({ id }) => id);
}
