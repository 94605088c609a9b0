import type { Changes, Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import { type PlanCondition, type PlanKind, type PlanRow, plansFor } from './plans.access.queries.ts';

export interface PlanFields {
  title: string;
  school_id: string | null;
  home: PlanRow['home'];
  subjects: string[];
  grade_levels: string[];
  planning_context_id: string | null;
  academic_year_id: string | null;
  tags: string[];
  language: string;
}

export type NewPlanRow = Omit<Insertable<Database['plans']>, 'tenant_id' | 'updated_at' | 'created_at'> & {
  created_at: string;
};

/** A plan is born with its working draft. */
export async function createPlan(tx: Transaction, plan: NewPlanRow, content: object): Promise<void> {
  await tx
    .insertInto('plans')
    .values({ ...plan, updated_at: plan.created_at })
    .execute();
  await tx
    .insertInto('plan_drafts')
    .values({
      plan_id: plan.id,
      content: JSON.stringify(content),
      last_editor_id: plan.created_by,
      last_edited_at: plan.created_at,
    })
    .execute();
}

type PlanChanges = Changes<
  PlanFields & { course_id: string | null; duration_minutes: number | null; owner_id: string }
> & { updated_at: string };

/** False when the version named is no longer the current one. */
export async function updatePlan(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: PlanChanges,
): Promise<boolean> {
  const row = await tx
    .updateTable('plans')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The lessons of a unit are at home where it is, so that whoever may open the unit may open them. */
export async function updateLessonsOfUnit(
  tx: Transaction,
  unitId: string,
  changes: Changes<Pick<PlanFields, 'home' | 'school_id' | 'planning_context_id'> & { owner_id: string }>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await tx.updateTable('plans').set(changes).where('unit_plan_id', '=', unitId).execute();
}

/** A unit goes with its lessons: all carry the same instant, so that the same ones come back. */
export async function binPlan(
  tx: Transaction,
  id: string,
  by: { deleted_at: string; deleted_by: string | null },
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...by, lock_version: eb('lock_version', '+', 1) }))
    .where((eb) => eb.or([eb('id', '=', id), eb('unit_plan_id', '=', id)]))
    .where('deleted_at', 'is', null)
    .execute();
}

export async function unbinPlan(
  tx: Transaction,
  id: string,
  deletedAt: string,
  restored: { title: string; updated_at: string; unit_plan_id: string | null; position: number | null },
): Promise<void> {
  const out = { deleted_at: null, deleted_by: null };
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...out, ...restored, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('plans')
    .set(out)
    .where('unit_plan_id', '=', id)
    .where('deleted_at', '=', deletedAt)
    .execute();
}

/** Titles beginning with this one that the owner has in use: a restored plan must not look like another (PLN-20). */
export async function listTitlesInUse(
  tx: Transaction,
  plan: { kind: PlanKind; owner_id: string; unit_plan_id: string | null; title: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('plans')
    .select('title')
    .where('kind', '=', plan.kind)
    .where('owner_id', '=', plan.owner_id)
    .where('unit_plan_id', 'is not distinct from', plan.unit_plan_id)
    .where('deleted_at', 'is', null)
    .where((eb) => eb(eb.fn('starts_with', ['title', eb.val(plan.title)]), '=', eb.lit(true)))
    .execute();
  return rows.map((row) => row.title);
}

export function listLessons(
  tx: Transaction,
  userId: string | null,
  unitId: string,
  visible: PlanCondition,
): Promise<PlanRow[]> {
  return plansFor(tx, userId)
    .where('plans.unit_plan_id', '=', unitId)
    .where(visible)
    .orderBy('plans.position')
    .orderBy('plans.id')
    .execute();
}

/** Whoever changes which lessons a unit has, or their order, holds the unit until the end (PLN-13). */
export async function lockPlan(tx: Transaction, id: string): Promise<void> {
  await tx.selectFrom('plans').select('id').where('id', '=', id).forUpdate().execute();
}

export async function nextPosition(tx: Transaction, unitId: string): Promise<number> {
  const row = await tx
    .selectFrom('plans')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('unit_plan_id', '=', unitId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Where a lesson belongs from now on. */
export async function updateUnitOfLesson(
  tx: Transaction,
  id: string,
  belonging: Changes<Omit<PlanFields, 'title' | 'subjects' | 'grade_levels' | 'tags' | 'language'>> & {
    owner_id: string;
    unit_plan_id: string | null;
    course_id: string | null;
    position: number | null;
    updated_at: string;
  },
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...belonging, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function listLessonIds(tx: Transaction, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('plans')
    .select('id')
    .where('unit_plan_id', '=', unitId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function updatePositions(tx: Transaction, lessonIds: readonly string[]): Promise<void> {
  if (lessonIds.length === 0) return;
  await tx
    .updateTable('plans')
    .set((eb) => ({ position: eb.fn<number>('array_position', [eb.val([...lessonIds]), 'id']) }))
    .where('id', 'in', [...lessonIds])
    .execute();
}

export async function touchPlan(tx: Transaction, id: string, updated_at: string): Promise<void> {
  await tx.updateTable('plans').set({ updated_at }).where('id', '=', id).execute();
}

/** What a plan may refer to, each undefined when the tenant has none of that id. */
export async function selectPlaces(
  tx: Transaction,
  ids: {
    school_id: string | null;
    academic_year_id: string | null;
    planning_context_id: string | null;
    course_id: string | null;
  },
) {
  const none = Promise.resolve(undefined);
  const { school_id, academic_year_id, planning_context_id, course_id } = ids;
  const [school, year, context, course] = await Promise.all([
    school_id
      ? tx.selectFrom('schools').select(['id', 'state']).where('id', '=', school_id).executeTakeFirst()
      : none,
    academic_year_id
      ? tx.selectFrom('academic_years').select('id').where('id', '=', academic_year_id).executeTakeFirst()
      : none,
    planning_context_id
      ? tx
          .selectFrom('planning_contexts')
          .select(['id', 'school_id'])
          .where('id', '=', planning_context_id)
          .executeTakeFirst()
      : none,
    course_id
      ? tx.selectFrom('courses').select(['id', 'school_id']).where('id', '=', course_id).executeTakeFirst()
      : none,
  ]);
  return { school, year, context, course };
}

export async function openNextRound(
  tx: Transaction,
  ids: readonly string[],
  updated_at: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('plans')
    .set({ state: 'draft', updated_at })
    .where('id', 'in', [...ids])
    .where('state', '=', 'published')
    .execute();
}
