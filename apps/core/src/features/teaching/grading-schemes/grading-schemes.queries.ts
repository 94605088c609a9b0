import type { SchemeBand } from '@k12/contracts/teaching/grading-schemes';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Schemes that a course may use: its own, those of its school, those of the organisation. */
export function listSchemes(tx: Transaction, place: { course_id: string | null; school_id: string | null }) {
  return tx
    .selectFrom('grading_schemes')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('scope', '=', 'tenant'),
        ...(place.school_id ? [eb('school_id', '=', place.school_id)] : []),
        ...(place.course_id ? [eb('course_id', '=', place.course_id)] : []),
      ]),
    )
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
}

function schemes(tx: Transaction) {
  return tx
    .selectFrom('grading_schemes as scheme')
    .leftJoin('courses as course', 'course.id', 'scheme.course_id')
    .selectAll('scheme')
    .select((eb) => [
      'course.school_id as course_school_id',
      eb
        .selectFrom('course_grades as total')
        .select((count) => count.fn.countAll<string>().as('count'))
        .whereRef('total.tenant_id', '=', 'scheme.tenant_id')
        .whereRef('total.scheme_id', '=', 'scheme.id')
        .as('totals_count'),
    ]);
}

export type SchemeRow = NonNullable<Awaited<ReturnType<typeof selectOptionalScheme>>>;

export function selectOptionalScheme(tx: Transaction, id: string) {
  return schemes(tx).where('scheme.id', '=', id).executeTakeFirst();
}

/** The latest version of each that is still offered. */
export async function listOffered(
  tx: Transaction,
  place: { course_id: string | null; school_id: string | null },
): Promise<SchemeRow[]> {
  const rows = await schemes(tx)
    .where('scheme.archived_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('scheme.scope', '=', 'tenant'),
        ...(place.school_id
          ? [eb.and([eb('scheme.scope', '=', 'school'), eb('scheme.school_id', '=', place.school_id)])]
          : []),
        ...(place.course_id ? [eb('scheme.course_id', '=', place.course_id)] : []),
      ]),
    )
    .orderBy('scheme.name')
    .orderBy('scheme.version', 'desc')
    .limit(500)
    .execute();
  const seen = new Set<string>();
  return rows.filter(({ scheme_key }) => !seen.has(scheme_key) && seen.add(scheme_key));
}

export interface NewScheme {
  id: string;
  scope: 'tenant' | 'school' | 'course';
  school_id: string | null;
  course_id: string | null;
  scheme_key: string;
  version: number;
  name: string;
  bands: readonly SchemeBand[];
  rounding: 'none' | 'whole' | 'tenth';
  is_default: boolean;
  created_by: string | null;
  created_at: string;
}

export async function createScheme(tx: Transaction, { bands, ...scheme }: NewScheme): Promise<void> {
  await tx
    .insertInto('grading_schemes')
    .values({ ...scheme, bands: JSON.stringify(bands) })
    .execute();
}

/** Counts the change, so that whoever read it before is told; false when somebody was faster. */
export async function touchScheme(tx: Transaction, id: string, lockVersion: number, now: string) {
  const row = await tx
    .updateTable('grading_schemes')
    .set((eb) => ({ updated_at: now, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

type SchemeFields = Pick<NewScheme, 'name' | 'bands' | 'rounding' | 'is_default'>;

export async function replaceFields(
  tx: Transaction,
  id: string,
  { bands, ...fields }: SchemeFields,
): Promise<void> {
  await tx
    .updateTable('grading_schemes')
    .set({ ...fields, bands: JSON.stringify(bands) })
    .where('id', '=', id)
    .execute();
}

export async function archiveVersions(tx: Transaction, schemeKey: string, now: string): Promise<void> {
  await tx
    .updateTable('grading_schemes')
    .set({ archived_at: now, is_default: false })
    .where('scheme_key', '=', schemeKey)
    .where('archived_at', 'is', null)
    .execute();
}

/** A place has one default. */
export async function clearDefaults(
  tx: Transaction,
  place: Pick<NewScheme, 'scope' | 'school_id' | 'course_id'>,
  exceptId: string,
): Promise<void> {
  await tx
    .updateTable('grading_schemes')
    .set({ is_default: false })
    .where('scope', '=', place.scope)
    .where('id', '<>', exceptId)
    .where(sql<boolean>`school_id is not distinct from ${place.school_id}::uuid`)
    .where(sql<boolean>`course_id is not distinct from ${place.course_id}::uuid`)
    .execute();
}

/** Courses that chose a version go with its next one. */
export async function moveCourses(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await sql`
    update courses set settings = jsonb_set(settings, '{grading_scheme_id}', to_jsonb(${toId}::text)),
      lock_version = lock_version + 1
    where tenant_id = app.current_tenant() and settings ->> 'grading_scheme_id' = ${fromId}`.execute(tx);
}

/** Open totals that show labels of a scheme: the percentage that decides, as their course shows it. */
export async function listShownPercents(tx: Transaction, schemeId: string) {
  const { rows } = await sql<{ label: string | null; percent: string }>`
    select total.label,
      case when coalesce(course.settings ->> 'total_shown', 'so_far') = 'so_far' then total.so_far_percent
        else total.if_nothing_more_percent end::text as percent
    from course_grades total
    join courses course on course.tenant_id = app.current_tenant() and course.id = total.course_id
    where total.tenant_id = app.current_tenant() and total.scheme_id = ${schemeId}::uuid and total.finalized_at is null`.execute(
    tx,
  );
  return rows.filter(({ percent }) => percent !== null);
}

/** Courses of a place whose totals have to be looked at again. */
export async function listCourseIds(
  tx: Transaction,
  place: Pick<NewScheme, 'scope' | 'school_id' | 'course_id'>,
): Promise<string[]> {
  let rows = tx.selectFrom('courses').select('id').where('state', 'in', ['draft', 'active']);
  if (place.scope === 'school' && place.school_id) rows = rows.where('school_id', '=', place.school_id);
  if (place.scope === 'course' && place.course_id) rows = rows.where('id', '=', place.course_id);
  return (await rows.orderBy('id').execute()).map(({ id }) => id);
}

export function selectOptionalCourse(tx: Transaction, id: string) {
  return tx.selectFrom('courses').select(['id', 'school_id']).where('id', '=', id).executeTakeFirst();
}

export function selectOptionalSchool(tx: Transaction, id: string) {
  return tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst();
}
