import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Which students of an assignment an act of posting is about; null: no limit of that kind. */
export interface PostingScope {
  assignment_id: string;
  section_ids: readonly string[] | null;
  student_ids: readonly string[] | null;
}

function inScope({ assignment_id, section_ids, student_ids }: PostingScope) {
  return sql`w.assignment_id = ${assignment_id} and w.is_assigned
    and (${section_ids}::uuid[] is null or w.section_id = any(${section_ids}::uuid[]))
    and (${student_ids}::uuid[] is null or w.student_id = any(${student_ids}::uuid[]))`;
}

export interface PostingFigures {
  to_post: number;
  posted: number;
  hidden_elsewhere: number;
}

/** What an act would change, and how much stays hidden after it (TCH-81). */
export async function countPosting(tx: Transaction, scope: PostingScope): Promise<PostingFigures> {
  const { rows } = await sql<PostingFigures>`
    with named as (select w.student_id from student_work w where w.tenant_id = app.current_tenant() and ${inScope(scope)})
    select
      (count(*) filter (where w.grade_state <> 'none' and w.posted_at is null and w.student_id in (select student_id from named)))::int as to_post,
      (count(*) filter (where w.posted_at is not null and w.student_id in (select student_id from named)))::int as posted,
      (count(*) filter (where w.grade_state <> 'none' and w.posted_at is null and w.student_id not in (select student_id from named)))::int as hidden_elsewhere
    from student_work w
    where w.tenant_id = app.current_tenant() and w.assignment_id = ${scope.assignment_id} and w.is_assigned`.execute(
    tx,
  );
  return rows[0] ?? { to_post: 0, posted: 0, hidden_elsewhere: 0 };
}

/** Shows grades that are hidden; with `due_by` only those whose time has come (TCH-80). */
export async function postCells(
  tx: Transaction,
  scope: PostingScope,
  now: string,
  dueBy: string | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ student_id: string }>`
    update student_work w set posted_at = ${now}::timestamptz, posts_at = null, changed_at = ${now}::timestamptz
    where w.tenant_id = app.current_tenant() and ${inScope(scope)} and w.grade_state <> 'none' and w.posted_at is null
      and (${dueBy}::timestamptz is null or w.posts_at <= ${dueBy}::timestamptz)
    returning w.student_id`.execute(tx);
  return rows.map(({ student_id }) => student_id);
}

/** Takes back what is shown, and what is just about to be. */
export async function hideCells(tx: Transaction, scope: PostingScope, now: string): Promise<string[]> {
  const { rows } = await sql<{ student_id: string; was_posted: boolean }>`
    update student_work w set posted_at = null, posts_at = null, changed_at = ${now}::timestamptz
    from student_work before
    where w.tenant_id = app.current_tenant() and before.tenant_id = w.tenant_id and before.assignment_id = w.assignment_id
      and before.student_id = w.student_id and ${inScope(scope)}
      and (w.posted_at is not null or w.posts_at is not null)
    returning w.student_id, before.posted_at is not null as was_posted`.execute(tx);
  return rows.filter(({ was_posted }) => was_posted).map(({ student_id }) => student_id);
}

/** Names go into their fields when a comment goes out: until then it could be anybody’s (TCH-75, TCH-78). */
export async function postFeedback(
  tx: Transaction,
  assignmentId: string,
  studentIds: readonly string[],
  now: string,
): Promise<void> {
  await sql`
    update feedback_comments c set state = 'posted', posted_at = ${now}::timestamptz, is_posted_with_grade = true,
      body = replace(c.body, '{first_name}', coalesce(u.preferred_name, u.given_name)),
      updated_at = ${now}::timestamptz, lock_version = c.lock_version + 1
    from users u
    where c.tenant_id = app.current_tenant() and u.tenant_id = c.tenant_id and u.id = c.student_id
      and c.assignment_id = ${assignmentId} and c.student_id = any(${studentIds}::uuid[])
      and c.state = 'draft' and c.visibility = 'student' and c.deleted_at is null`.execute(tx);
  await sql`
    update annotations set posted_at = ${now}::timestamptz
    where tenant_id = app.current_tenant() and assignment_id = ${assignmentId}
      and student_id = any(${studentIds}::uuid[]) and posted_at is null`.execute(tx);
}

export async function hideFeedback(
  tx: Transaction,
  assignmentId: string,
  studentIds: readonly string[],
  now: string,
): Promise<void> {
  await sql`
    update feedback_comments set state = 'draft', posted_at = null, is_posted_with_grade = false,
      updated_at = ${now}::timestamptz, lock_version = lock_version + 1
    where tenant_id = app.current_tenant() and assignment_id = ${assignmentId}
      and student_id = any(${studentIds}::uuid[]) and is_posted_with_grade and deleted_at is null`.execute(
    tx,
  );
  await sql`
    update annotations set posted_at = null
    where tenant_id = app.current_tenant() and assignment_id = ${assignmentId}
      and student_id = any(${studentIds}::uuid[]) and posted_at is not null`.execute(tx);
}

export async function listStudents(tx: Transaction, scope: PostingScope): Promise<string[]> {
  const { rows } = await sql<{ student_id: string }>`
    select w.student_id from student_work w where w.tenant_id = app.current_tenant() and ${inScope(scope)}`.execute(
    tx,
  );
  return rows.map(({ student_id }) => student_id);
}

/** Assignments with a grade whose minute is over, or whose time has come; what was deleted meanwhile is told to nobody. */
export async function listDueAssignments(tx: Transaction, now: string) {
  const { rows } = await sql<{ assignment_id: string }>`
    select distinct w.assignment_id from student_work w
    join assignments a on a.tenant_id = app.current_tenant() and a.id = w.assignment_id
    where w.tenant_id = app.current_tenant() and w.posts_at is not null and w.posted_at is null
      and w.posts_at <= ${now}::timestamptz and w.is_assigned and w.grade_state <> 'none'
      and a.state in ('published', 'closed')
    order by w.assignment_id limit 1000`.execute(tx);
  return rows.map(({ assignment_id }) => assignment_id);
}

export async function isAllPosted(tx: Transaction, assignmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where('is_assigned', '=', true)
    .where('posted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Guardians who may see records today; the same conditions as for what they are shown. */
export async function listGuardianIds(
  tx: Transaction,
  studentIds: readonly string[],
  today: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('guardian_links')
    .select('guardian_id')
    .distinct()
    .where('student_id', 'in', [...studentIds])
    .where('state', '=', 'active')
    .where('may_access_records', '=', true)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .execute();
  return rows.map(({ guardian_id }) => guardian_id);
}

export function selectAssignment(tx: Transaction, id: string) {
  return tx
    .selectFrom('assignments as assignment')
    .innerJoin('courses as course', 'course.id', 'assignment.course_id')
    .select([
      'assignment.id',
      'assignment.title',
      'assignment.course_id',
      'assignment.rubric_id',
      'assignment.is_anonymous',
      'assignment.anonymity_lifted_at',
      'course.school_id',
      'course.academic_year_id',
      'course.settings',
    ])
    .where('assignment.id', '=', id)
    .executeTakeFirst();
}
