import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** A cell with what its grade depends on; locked until the transaction ends. */
export interface CellRow {
  assignment_id: string;
  student_id: string;
  section_id: string | null;
  is_assigned: boolean;
  due_at: string | null;
  submitted_at: string | null;
  attempts_count: number;
  late_seconds: number;
  has_new_work: boolean;
  entry: string | null;
  entered_score: string | null;
  grade_state: 'none' | 'graded' | 'excused' | 'incomplete';
  status_override: 'late' | 'not_late' | 'missing' | 'not_missing' | 'none' | null;
  late_minutes_override: number | null;
  deduction: string;
  effective_score: string | null;
  attempt_graded: number | null;
  grade_source: string | null;
  graded_by: string | null;
  graded_at: string | null;
  posted_at: string | null;
  posts_at: string | null;
  grade_version: number;
}

interface CellKey {
  assignment_id: string;
  student_id: string;
}

const columns = sql.raw(`
  w.assignment_id, w.student_id, w.section_id, w.is_assigned, w.due_at, w.submitted_at, w.attempts_count, w.late_seconds,
  w.has_new_work, w.entry, trim_scale(w.entered_score)::text as entered_score, w.grade_state, w.status_override,
  w.late_minutes_override, trim_scale(w.deduction)::text as deduction,
  trim_scale(w.effective_score)::text as effective_score, w.attempt_graded, w.grade_source, w.graded_by, w.graded_at,
  w.posted_at, w.posts_at, w.grade_version`);

/** Always in the same order, so that two who write many cells at once wait for each other instead of blocking. */
export async function lockCells(
  tx: Transaction,
  courseId: string,
  keys: readonly CellKey[],
): Promise<CellRow[]> {
  const { rows } = await sql<CellRow>`
    select ${columns}
    from student_work w
    where w.tenant_id = app.current_tenant() and w.course_id = ${courseId}::uuid
      and (w.assignment_id, w.student_id) in (
        select * from unnest(${keys.map((key) => key.assignment_id)}::uuid[], ${keys.map((key) => key.student_id)}::uuid[])
      )
    order by w.assignment_id, w.student_id
    for update`.execute(tx);
  return rows;
}

/** Members of the groups of these students whose grade is the same until now, where a group gets one grade. */
export async function listGroupPeers(tx: Transaction, keys: readonly CellKey[]) {
  const { rows } = await sql<CellKey & { member_id: string; grade_version: number }>`
    select own.assignment_id, own.student_id as member_id, w.student_id, w.grade_version
    from student_work own
    join assignments a on a.tenant_id = app.current_tenant() and a.id = own.assignment_id
      and a.group_set_id is not null and a.group_grading = 'one'
    join group_members mine on mine.tenant_id = app.current_tenant() and mine.group_set_id = a.group_set_id
      and mine.student_id = own.student_id and mine.left_at is null
    join group_members other on other.tenant_id = app.current_tenant() and other.group_id = mine.group_id
      and other.student_id <> own.student_id and other.left_at is null
    join student_work w on w.tenant_id = app.current_tenant() and w.assignment_id = own.assignment_id
      and w.student_id = other.student_id and w.is_assigned
      and (w.grade_state, w.entered_score, w.entry) is not distinct from (own.grade_state, own.entered_score, own.entry)
    where own.tenant_id = app.current_tenant() and (own.assignment_id, own.student_id) in (
      select * from unnest(${keys.map((key) => key.assignment_id)}::uuid[], ${keys.map((key) => key.student_id)}::uuid[])
    )`.execute(tx);
  return rows;
}

export function listGradedAssignments(tx: Transaction, courseId: string, ids: readonly string[]) {
  return tx
    .selectFrom('assignments')
    .select([
      'id',
      'title',
      'points_possible',
      'grading_type',
      'is_extra_credit',
      'submission_types',
      'posting_policy',
      'post_at',
      'late_policy',
      'own_late_policy',
      'is_anonymous',
      'anonymity_lifted_at',
      'grading_period_id',
      'published_at',
      'has_automatic_labels',
    ])
    .where('course_id', '=', courseId)
    .where('id', 'in', [...ids])
    .where('state', '<>', 'deleted')
    .execute();
}

export type GradedAssignment = Awaited<ReturnType<typeof listGradedAssignments>>[number];

/** The grade part of a cell as it shall be. */
export interface CellGrade extends CellKey {
  entry: string | null;
  entered_score: string | null;
  grade_state: CellRow['grade_state'];
  status_override: CellRow['status_override'];
  late_minutes_override: number | null;
  deduction: string;
  effective_score: string | null;
  attempt_graded: number | null;
  grade_source: string | null;
  graded_by: string | null;
  graded_at: string | null;
  posted_at: string | null;
  posts_at: string | null;
  has_new_work: boolean;
}

export async function updateCells(tx: Transaction, cells: readonly CellGrade[], now: string): Promise<void> {
  await sql`
    update student_work w set
      entry = x.entry, entered_score = x.entered_score, grade_state = x.grade_state,
      status_override = x.status_override, late_minutes_override = x.late_minutes_override,
      deduction = x.deduction, effective_score = x.effective_score, attempt_graded = x.attempt_graded,
      grade_source = x.grade_source, graded_by = x.graded_by, graded_at = x.graded_at,
      posted_at = x.posted_at, posts_at = x.posts_at, has_new_work = x.has_new_work,
      grade_version = w.grade_version + 1, changed_at = ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as x(
      assignment_id uuid, student_id uuid, entry text, entered_score numeric, grade_state text, status_override text,
      late_minutes_override integer, deduction numeric, effective_score numeric, attempt_graded integer,
      grade_source text, graded_by uuid, graded_at timestamptz, posted_at timestamptz, posts_at timestamptz,
      has_new_work boolean
    )
    where w.tenant_id = app.current_tenant() and w.assignment_id = x.assignment_id and w.student_id = x.student_id`.execute(
    tx,
  );
}

export interface GradeChange {
  id: string;
  assignment_id: string | null;
  student_id: string | null;
  before: object | null;
  after: object | null;
}

export interface ChangeOrigin {
  course_id: string;
  subject: 'cell' | 'total' | 'setting' | 'period';
  source: string;
  reason: string | null;
  change_set_id: string | null;
  changed_by: string | null;
  changed_at: string;
}

/** The history that nobody alters (TCH-103). */
export async function createGradeChanges(
  tx: Transaction,
  origin: ChangeOrigin,
  changes: readonly GradeChange[],
): Promise<void> {
  await sql`
    insert into grade_changes
      (tenant_id, id, course_id, subject, assignment_id, student_id, before, after, source, reason, change_set_id,
       changed_by, changed_at)
    select app.current_tenant(), x.id, ${origin.course_id}::uuid, ${origin.subject}, x.assignment_id, x.student_id,
      x.before, x.after, ${origin.source}, ${origin.reason}, ${origin.change_set_id}::uuid, ${origin.changed_by}::uuid,
      ${origin.changed_at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as x(
      id uuid, assignment_id uuid, student_id uuid, before jsonb, after jsonb
    )`.execute(tx);
}

export async function createChangeSet(
  tx: Transaction,
  set: {
    id: string;
    course_id: string;
    action: string;
    summary: object;
    cells_count: number;
    reverts_id: string | null;
    made_by: string;
    made_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('change_sets')
    .values({ ...set, summary: JSON.stringify(set.summary) })
    .execute();
}

/** Students whose late work costs nothing (TCH-36). */
export function listSparedStudents(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('course_accommodations')
    .select('student_id')
    .where('course_id', '=', courseId)
    .where('has_late_penalty', '=', false)
    .execute();
}

export function listSectionIds(tx: Transaction, courseId: string) {
  return tx.selectFrom('sections').select('id').where('course_id', '=', courseId).execute();
}
