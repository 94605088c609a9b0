import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** The columns of the sheet in their order, each with the due time that most students have. */
export async function listColumns(tx: Transaction, courseId: string) {
  const { rows } = await sql<ColumnRow>`
    select a.id, a.title, a.kind, a.category_id, trim_scale(a.points_possible)::text as points_possible, a.grading_type,
      a.is_extra_credit, a.counts_toward_total, a.is_never_dropped, a.state, a.published_at, a.grading_period_id,
      a.submission_types, a.has_automatic_labels, a.late_policy, a.own_late_policy, a.posting_policy,
      a.is_anonymous and a.anonymity_lifted_at is null as is_anonymous, a.rubric_id, dates.due_at
    from assignments a
    left join lateral (
      select coalesce(max(d.due_at) filter (where d.target = 'everyone'), min(d.due_at)) as due_at
      from assignment_dates d
      where d.tenant_id = app.current_tenant() and d.assignment_id = a.id and d.target in ('everyone', 'section')
    ) dates on true
    where a.tenant_id = app.current_tenant() and a.course_id = ${courseId}::uuid and a.state in ('published', 'closed')
    order by a.position, a.id`.execute(tx);
  return rows;
}

export interface ColumnRow {
  id: string;
  title: string;
  kind: string;
  category_id: string | null;
  points_possible: string;
  grading_type: 'points' | 'percent' | 'letter' | 'complete' | 'mastery' | 'ungraded';
  is_extra_credit: boolean;
  counts_toward_total: boolean;
  is_never_dropped: boolean;
  state: string;
  published_at: string | null;
  grading_period_id: string | null;
  submission_types: string[];
  has_automatic_labels: boolean;
  late_policy: 'course' | 'own' | 'none';
  own_late_policy: unknown;
  posting_policy: 'course' | 'automatic' | 'manual' | 'scheduled';
  is_anonymous: boolean;
  rubric_id: string | null;
  due_at: string | null;
}

export interface StudentRow {
  student_id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  student_number: string | null;
  section_ids: string[];
  state: 'active' | 'inactive' | 'withdrawn' | 'completed';
}

/** Everybody who is or was a student of the course, once each, with the best state of their enrollments. */
export async function listStudents(
  tx: Transaction,
  courseId: string,
  sectionIds: readonly string[] | null,
): Promise<StudentRow[]> {
  const { rows } = await sql<StudentRow>`
    select person.id as student_id, person.given_name, person.family_name, person.preferred_name, person.student_number,
      array_agg(section.id order by section.name, section.id) as section_ids,
      (array_agg(member.state order by array_position(array['active', 'completed', 'inactive', 'withdrawn'], member.state)))[1]
        as state
    from sections section
    join enrollments member on member.tenant_id = app.current_tenant() and member.section_id = section.id
      and member.role = 'student'
    join users person on person.tenant_id = app.current_tenant() and person.id = member.user_id
    where section.tenant_id = app.current_tenant() and section.course_id = ${courseId}::uuid
      and ${sectionIds === null ? sql`true` : sql`section.id = any(${[...sectionIds]}::uuid[])`}
    group by person.tenant_id, person.id
    order by lower(coalesce(nullif(person.family_name, ''), person.preferred_name, person.given_name)),
      lower(coalesce(person.preferred_name, person.given_name)), person.id`.execute(tx);
  return rows;
}

interface CellsOf {
  course_id: string;
  columns: readonly { id: string; due_at: string | null; is_anonymous: boolean }[];
  student_ids: readonly string[];
  /** Scores of anonymous work too: for adding up, never for showing (TCH-78). */
  reveals?: boolean;
}

interface CodedRow {
  student_id: string;
  cells: string;
}

/** What the cells are told beside: id, usual due time and whether names are hidden, a list of each. */
function columnLists(columns: CellsOf['columns'], reveals = false) {
  return sql`
    ${columns.map(({ id }) => id)}::uuid[], ${columns.map(({ due_at }) => due_at)}::timestamptz[],
    ${columns.map(({ is_anonymous }) => is_anonymous && !reveals)}::boolean[]`;
}

/**
 * The cells of a student in one text (`cell-codes.ts`), put together by the database: 100,000 at once are few rows.
 * Neither the version of an anonymous cell nor when it changed is told: the history beside it says what changed then.
 */
const codedCells = sql<string>`
  string_agg(
    c.place
    || case when c.is_anonymous then '128~0' else w.grade_code end
    || case
      when w.due_at is not distinct from c.due_at then ''
      else case when c.is_anonymous then '~~~~' else '' end
        || coalesce('~' || floor(extract(epoch from w.due_at) / 60)::bigint, '~-')
    end,
    '|'
  )`;

/** Student by student, so that each is read from the index of the sheet alone. */
export async function listCodedCells(
  tx: Transaction,
  { course_id, columns, student_ids, reveals }: CellsOf,
): Promise<CodedRow[]> {
  const { rows } = await sql<{ student_id: string; cells: string | null }>`
    with chosen as materialized (
      select id, due_at, is_anonymous, (ordinal - 1)::text || ':' as place
      from unnest(${columnLists(columns, reveals)}) with ordinality as c(id, due_at, is_anonymous, ordinal)
    )
    select student.id as student_id, (
      select ${codedCells}
      from student_work w
      join chosen c on c.id = w.assignment_id
      where w.tenant_id = app.current_tenant() and w.course_id = ${course_id}::uuid and w.student_id = student.id
        and w.is_assigned
    ) as cells
    from unnest(${[...student_ids]}::uuid[]) as student(id)`.execute(tx);
  return rows.flatMap(({ student_id, cells }) => (cells === null ? [] : [{ student_id, cells }]));
}

/** Those that changed since an instant, of some students or of all. */
export async function listChangedCells(
  tx: Transaction,
  since: string,
  {
    course_id,
    columns,
    student_ids,
  }: Omit<CellsOf, 'student_ids'> & { student_ids: readonly string[] | null },
): Promise<CodedRow[]> {
  const { rows } = await sql<CodedRow>`
    with chosen as materialized (
      select id, due_at, is_anonymous, (ordinal - 1)::text || ':' as place
      from unnest(${columnLists(columns)}) with ordinality as c(id, due_at, is_anonymous, ordinal)
    )
    select w.student_id, ${codedCells} as cells
    from student_work w
    join chosen c on c.id = w.assignment_id
    where w.tenant_id = app.current_tenant() and w.course_id = ${course_id}::uuid and w.is_assigned
      and ${student_ids === null ? sql`true` : sql`w.student_id = any(${[...student_ids]}::uuid[])`}
      and not c.is_anonymous and w.changed_at >= ${since}::timestamptz
    group by w.student_id`.execute(tx);
  return rows;
}

export function listCategories(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('grade_categories')
    .select([
      'id',
      'name',
      'weight_percent',
      'drop_lowest',
      'drop_highest',
      'is_extra_credit',
      'color',
      'lock_version',
    ])
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function listSections(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('sections')
    .select(['id', 'name'])
    .where('course_id', '=', courseId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function listTotals(tx: Transaction, courseId: string, since: string | null) {
  let rows = tx.selectFrom('course_grades').selectAll().where('course_id', '=', courseId);
  if (since !== null) rows = rows.where('calculated_at', '>=', since);
  return rows.execute();
}
