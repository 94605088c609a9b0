import type { Transaction } from '@k12/db';

/** How often plans were made from any version of these templates, those in the bin left out (PLN-69). */
export async function countUses(tx: Transaction, templateIds: string[]): Promise<Map<string, number>> {
  if (templateIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('plan_versions as version')
    .innerJoin('plans as made', 'made.template_version_id', 'version.id')
    .select((eb) => ['version.plan_id', eb.fn.countAll<number>().as('count')])
    .where('version.plan_id', 'in', templateIds)
    .where('made.deleted_at', 'is', null)
    .groupBy('version.plan_id')
    .execute();
  return new Map(rows.map((row) => [row.plan_id, Number(row.count)]));
}

export async function countLessons(tx: Transaction, templateIds: string[]): Promise<Map<string, number>> {
  if (templateIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('plans')
    .select((eb) => ['unit_plan_id', eb.fn.countAll<number>().as('count')])
    .where('unit_plan_id', 'in', templateIds)
    .where('deleted_at', 'is', null)
    .groupBy('unit_plan_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_plan_id ?? '', Number(row.count)]));
}

/** What the words of a template are filled with; undefined where the tenant has none of that id. */
export function selectCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .innerJoin('academic_years', 'academic_years.id', 'courses.academic_year_id')
    .select([
      'courses.name',
      'courses.subject',
      'courses.grade_levels',
      'courses.school_id',
      'courses.academic_year_id',
      'academic_years.name as year',
    ])
    .where('courses.id', '=', id)
    .where('courses.deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function selectYearName(tx: Transaction, id: string | null): Promise<string | undefined> {
  let rows = tx.selectFrom('academic_years').select('name');
  rows = id ? rows.where('id', '=', id) : rows.where('state', '=', 'active');
  return (await rows.executeTakeFirst())?.name;
}

export async function selectTermName(tx: Transaction, id: string): Promise<string | undefined> {
  return (await tx.selectFrom('terms').select('name').where('id', '=', id).executeTakeFirst())?.name;
}

/** Students of a school whose given name stands in a text; `taught` are those of the owner's sections (PLN-67). */
export function listStudentNames(tx: Transaction, schoolId: string, ownerId: string, text: string) {
  return tx
    .selectFrom('users')
    .innerJoin('role_assignments', 'role_assignments.user_id', 'users.id')
    .innerJoin('roles', 'roles.id', 'role_assignments.role_id')
    .select((eb) => [
      'users.id',
      'users.given_name',
      'users.family_name',
      'users.preferred_name',
      eb
        .exists(
          eb
            .selectFrom('enrollments as learner')
            .innerJoin('enrollments as owner', 'owner.section_id', 'learner.section_id')
            .select('learner.id')
            .where('learner.user_id', '=', eb.ref('users.id'))
            .where('owner.user_id', '=', ownerId)
            .where('owner.role', '<>', 'student'),
        )
        .as('taught'),
    ])
    .distinct()
    .where('roles.key', '=', 'student')
    .where('role_assignments.school_id', '=', schoolId)
    .where((eb) => {
      const found = (column: 'users.given_name' | 'users.preferred_name') =>
        eb(eb.fn<number>('strpos', [eb.val(text.toLowerCase()), eb.fn('lower', [column])]), '>', 0);
      return eb.or([found('users.given_name'), found('users.preferred_name')]);
    })
    .limit(2_000)
    .execute();
}

export async function listLessonContents(tx: Transaction, unitId: string): Promise<unknown[]> {
  const rows = await tx
    .selectFrom('plans')
    .innerJoin('plan_drafts', 'plan_drafts.plan_id', 'plans.id')
    .select('plan_drafts.content')
    .where('plans.unit_plan_id', '=', unitId)
    .where('plans.deleted_at', 'is', null)
    .execute();
  return rows.map(({ content }) => content);
}
