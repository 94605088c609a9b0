import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import type { RubricCriterion } from '@k12/contracts/teaching/rubrics';
import type { Transaction } from '@k12/db';
import { type RawBuilder, sql } from 'kysely';

/** Null: all of the course. */
export type AssignmentIds = readonly string[] | null;

/** Assignments that may give evidence: given out, and nobody's secret any more (TCH-78). */
function countedAssignments(courseId: string, assignmentIds: AssignmentIds): RawBuilder<boolean> {
  return sql`
    a.course_id = ${courseId}::uuid and a.state in ('published', 'closed')
    and (not a.is_anonymous or a.anonymity_lifted_at is not null)
    and ${assignmentIds === null ? sql`true` : sql`a.id = any(${[...assignmentIds]}::uuid[])`}`;
}

export interface JudgedWork {
  assignment_id: string;
  student_id: string;
  rubric_id: string;
  assessor_id: string;
  judged_at: string;
  marks: RubricMarks;
}

/** The newest complete judgement by a rubric of each posted work. */
export async function listJudgedWork(tx: Transaction, courseId: string, assignmentIds: AssignmentIds) {
  const { rows } = await sql<JudgedWork>`
    with judged as materialized (
      select distinct on (j.assignment_id, j.student_id) j.assignment_id, j.student_id, j.rubric_id, j.assessor_id,
        j.updated_at as judged_at, j.marks
      from assignments a
      join rubric_assessments j on j.tenant_id = app.current_tenant() and j.assignment_id = a.id
        and j.kind = 'staff' and j.is_complete
      where a.tenant_id = app.current_tenant() and ${countedAssignments(courseId, assignmentIds)}
      order by j.assignment_id, j.student_id, j.attempt desc, j.updated_at desc
    )
    select judged.* from judged
    cross join lateral (
      select w.posted_at, w.grade_state from student_work w
      where w.tenant_id = app.current_tenant() and w.assignment_id = judged.assignment_id
        and w.student_id = judged.student_id and w.is_assigned
      limit 1
    ) work
    where work.posted_at is not null and work.grade_state <> 'excused'`.execute(tx);
  return rows;
}

export async function listCriteria(tx: Transaction, rubricIds: readonly string[]) {
  if (rubricIds.length === 0) return [];
  const rows = await tx
    .selectFrom('rubrics')
    .select(['id', 'criteria'])
    .where('id', 'in', [...rubricIds])
    .execute();
  return rows.map(({ id, criteria }) => ({ id, criteria: criteria as unknown as RubricCriterion[] }));
}

export interface ScoredWork {
  assignment_id: string;
  student_id: string;
  standard_id: string;
  entered_score: string;
  points_possible: string;
  graded_by: string | null;
  graded_at: string;
}

/** Posted scores of work whose standards are assessed by the whole of it; before any deduction for lateness. */
export async function listScoredWork(tx: Transaction, courseId: string, assignmentIds: AssignmentIds) {
  const { rows } = await sql<ScoredWork>`
    select w.assignment_id, w.student_id, linked.standard_id, trim_scale(w.entered_score)::text as entered_score,
      trim_scale(a.points_possible)::text as points_possible, w.graded_by, coalesce(w.graded_at, w.posted_at) as graded_at
    from assignments a
    join assignment_standards linked on linked.tenant_id = app.current_tenant() and linked.assignment_id = a.id
      and linked.assessed = 'overall'
    join student_work w on w.tenant_id = app.current_tenant() and w.assignment_id = a.id and w.is_assigned
    where a.tenant_id = app.current_tenant() and ${countedAssignments(courseId, assignmentIds)} and a.points_possible > 0
      and w.posted_at is not null and w.grade_state = 'graded' and w.entered_score is not null
      and w.grade_source is distinct from 'policy'`.execute(tx);
  return rows;
}

export interface Piece {
  student_id: string;
  standard_id: string;
  source: 'rubric' | 'assignment' | 'observation';
  assignment_id: string | null;
  criterion_id: string | null;
  value: string;
  is_posted: boolean;
  observed_at: string;
  observed_by: string | null;
}

export async function listObservations(tx: Transaction, courseId: string): Promise<Piece[]> {
  const rows = await listPieces(tx, courseId, null);
  return rows.filter(({ source }) => source === 'observation');
}

/** Evidence as it stands, of some students or of all. */
export async function listPieces(
  tx: Transaction,
  courseId: string,
  studentIds: readonly string[] | null,
): Promise<Piece[]> {
  const { rows } = await sql<Piece>`
    select e.student_id, e.standard_id, e.source, e.assignment_id, e.criterion_id, trim_scale(e.value)::text as value,
      e.is_posted, e.observed_at, e.observed_by
    from mastery_evidence e
    where e.tenant_id = app.current_tenant() and e.course_id = ${courseId}::uuid
      and ${studentIds === null ? sql`true` : sql`e.student_id = any(${[...studentIds]}::uuid[])`}
    order by e.observed_at, e.id`.execute(tx);
  return rows;
}

/** Brings the pieces that come from work to what they are now; gives the students whose pieces changed. */
export async function replaceWorkPieces(
  tx: Transaction,
  given: {
    course_id: string;
    assignment_ids: AssignmentIds;
    pieces: readonly (Piece & { id: string })[];
    now: string;
  },
): Promise<string[]> {
  const { course_id, assignment_ids, pieces, now } = given;
  const { rows } = await sql<{ student_id: string }>`
    with fresh as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) as x(
        id uuid, student_id uuid, standard_id uuid, source text, assignment_id uuid, criterion_id uuid, value numeric,
        observed_at timestamptz, observed_by uuid)
    ), gone as (
      delete from mastery_evidence e
      where e.tenant_id = app.current_tenant() and e.course_id = ${course_id}::uuid and e.source <> 'observation'
        and ${assignment_ids === null ? sql`true` : sql`e.assignment_id = any(${[...assignment_ids]}::uuid[])`}
        and not exists (
          select from fresh x
          where x.assignment_id = e.assignment_id and x.student_id = e.student_id and x.standard_id = e.standard_id
            and x.criterion_id is not distinct from e.criterion_id)
      returning e.student_id
    ), kept as (
      insert into mastery_evidence as e
        (tenant_id, id, course_id, student_id, standard_id, source, assignment_id, criterion_id, value, is_posted,
         observed_at, observed_by, created_at)
      select app.current_tenant(), x.id, ${course_id}::uuid, x.student_id, x.standard_id, x.source, x.assignment_id,
        x.criterion_id, x.value, true, x.observed_at, x.observed_by, ${now}::timestamptz
      from fresh x
      on conflict (tenant_id, assignment_id, student_id, standard_id, criterion_id) where source <> 'observation'
      do update set value = excluded.value, source = excluded.source, observed_at = excluded.observed_at,
        observed_by = excluded.observed_by
      where (e.value, e.source, e.observed_at, e.observed_by)
        is distinct from (excluded.value, excluded.source, excluded.observed_at, excluded.observed_by)
      returning e.student_id
    )
    select student_id from gone union select student_id from kept`.execute(tx);
  return rows.map(({ student_id }) => student_id);
}

/** Assignments with standards whose grades were changed since. */
export async function listChangedAssignments(
  tx: Transaction,
  courseId: string,
  since: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct w.assignment_id as id
    from student_work w
    join assignments a on a.tenant_id = app.current_tenant() and a.id = w.assignment_id
    where w.tenant_id = app.current_tenant() and w.course_id = ${courseId}::uuid
      and w.changed_at >= ${since}::timestamptz
      and (a.rubric_id is not null or exists (
        select from assignment_standards linked
        where linked.tenant_id = app.current_tenant() and linked.assignment_id = a.id))`.execute(tx);
  return rows.map(({ id }) => id);
}
