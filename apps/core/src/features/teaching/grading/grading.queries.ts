import type { GradingQuery } from '@k12/contracts/teaching/grading';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { stateConditions } from './work-states.rules.ts';

export interface GradedCellRow {
  assignment_id: string;
  student_id: string;
  section_id: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  due_at: string | null;
  submission_id: string | null;
  submission_state: 'not_started' | 'draft' | 'submitted' | 'revision_requested';
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
  grade_source: string | null;
  graded_by: string | null;
  graded_at: string | null;
  posted_at: string | null;
  posts_at: string | null;
  grade_version: number;
}

export async function selectGradedCell(
  tx: Transaction,
  assignmentId: string,
  studentId: string,
  sectionIds: readonly string[] | null,
): Promise<GradedCellRow> {
  const { rows } = await sql<GradedCellRow>`
    select w.assignment_id, w.student_id, w.section_id, u.given_name, u.family_name, u.preferred_name, w.due_at,
      w.submission_id, w.submission_state, w.submitted_at, w.attempts_count, w.late_seconds, w.has_new_work, w.entry,
      trim_scale(w.entered_score)::text as entered_score, w.grade_state, w.status_override, w.late_minutes_override,
      trim_scale(w.deduction)::text as deduction, trim_scale(w.effective_score)::text as effective_score,
      w.grade_source, w.graded_by, w.graded_at, w.posted_at, w.posts_at, w.grade_version
    from student_work w
    join users u on u.tenant_id = w.tenant_id and u.id = w.student_id
    where w.tenant_id = app.current_tenant() and w.assignment_id = ${assignmentId} and w.student_id = ${studentId}
      and w.is_assigned and (${sectionIds}::uuid[] is null or w.section_id = any(${sectionIds}::uuid[]))`.execute(
    tx,
  );
  const cell = rows[0];
  if (!cell) throw new Problem('not_found');
  return cell;
}

/** The others of the group this student is in now, each a row with its name; none for a group of one. */
export async function listGroupOf(
  tx: Transaction,
  groupSetId: string,
  cell: Pick<GradedCellRow, 'assignment_id' | 'student_id'>,
  sectionIds: readonly string[] | null,
) {
  const { rows } = await sql<GroupRow>`
    select team.name as group_name, u.id, u.given_name, u.family_name, u.preferred_name
    from group_members own
    join student_groups team on team.tenant_id = own.tenant_id and team.id = own.group_id and team.deleted_at is null
    left join (group_members member
      join student_work w on w.tenant_id = member.tenant_id and w.student_id = member.student_id
        and w.assignment_id = ${cell.assignment_id} and w.is_assigned
        and (${sectionIds}::uuid[] is null or w.section_id = any(${sectionIds}::uuid[]))
      join users u on u.tenant_id = member.tenant_id and u.id = member.student_id)
      on member.tenant_id = own.tenant_id and member.group_id = own.group_id and member.left_at is null
        and member.student_id <> own.student_id
    where own.tenant_id = app.current_tenant() and own.group_set_id = ${groupSetId}
      and own.student_id = ${cell.student_id} and own.left_at is null
    order by u.sort_name, u.id`.execute(tx);
  return rows;
}

interface GroupRow {
  group_name: string;
  id: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
}

const orders: Record<GradingQuery['order'], string> = {
  name: 'u.sort_name, w.student_id',
  time: 'w.submitted_at nulls last, w.student_id',
  score: 'w.effective_score desc nulls last, w.student_id',
  ungraded_first: `(w.grade_state <> 'none'), w.submitted_at nulls last, w.student_id`,
  random: 'md5(w.student_id::text || w.assignment_id::text)',
};

/** Judged by the criterion that was asked for, whichever attempt and version of the rubric it was. */
const isJudged = `exists (select 1 from rubric_assessments j where j.tenant_id = w.tenant_id
  and j.assignment_id = w.assignment_id and j.student_id = w.student_id and j.kind = 'staff'
  and j.marks -> asked.criterion_id ->> 'rating_id' is not null)`;

interface FrameRow {
  student_id: string;
  is_judged: boolean;
  is_to_grade: boolean;
  is_graded: boolean;
  is_hidden: boolean;
}

/** Everybody whose work the caller may grade; one short row each, so that thousands are one quick answer. */
export async function listFrame(
  tx: Transaction,
  assignmentId: string,
  query: GradingQuery,
  sectionIds: readonly string[] | null,
  now: string,
): Promise<FrameRow[]> {
  const condition = sql.raw(query.state ? stateConditions[query.state] : 'true');
  const judged = sql.raw(query.criterion_id ? isJudged : 'false');
  const order = sql.raw(
    query.criterion_id && query.order === 'ungraded_first'
      ? `${isJudged}, w.submitted_at nulls last, w.student_id`
      : orders[query.order],
  );
  const { rows } = await sql<FrameRow>`
    select w.student_id, ${judged} as is_judged, (${sql.raw(stateConditions.to_grade)}) as is_to_grade, w.grade_state <> 'none' as is_graded,
      (${sql.raw(stateConditions.not_posted)}) as is_hidden
    from student_work w
    join assignments a on a.tenant_id = w.tenant_id and a.id = w.assignment_id
    join courses c on c.tenant_id = w.tenant_id and c.id = w.course_id
    join users u on u.tenant_id = w.tenant_id and u.id = w.student_id
    cross join (select ${now}::timestamptz as now, ${query.criterion_id ?? null}::text as criterion_id) as asked
    where w.tenant_id = app.current_tenant() and w.assignment_id = ${assignmentId} and w.is_assigned
      and (${sectionIds}::uuid[] is null or w.section_id = any(${sectionIds}::uuid[]))
      and (${query.section_id ?? null}::uuid is null or w.section_id = ${query.section_id ?? null}::uuid)
      and (${query.group_id ?? null}::uuid is null or exists (
        select 1 from group_members m where m.tenant_id = w.tenant_id and m.group_id = ${query.group_id ?? null}::uuid
          and m.student_id = w.student_id and m.left_at is null))
      and ${condition}
    order by ${order}`.execute(tx);
  return rows;
}

export async function listStudentIds(tx: Transaction, assignmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .execute();
  return rows.map(({ student_id }) => student_id);
}

export function listAttempts(tx: Transaction, submissionId: string | null) {
  if (submissionId === null) return Promise.resolve([]);
  return tx
    .selectFrom('submission_attempts')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('number', 'desc')
    .execute();
}

export type AttemptRow = Awaited<ReturnType<typeof listAttempts>>[number];

export async function selectSchool(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('courses as course')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .select('school.time_zone')
    .where('course.id', '=', courseId)
    .executeTakeFirstOrThrow();
}

export async function updateAnonymityLifted(tx: Transaction, id: string, at: string): Promise<boolean> {
  const lifted = await tx
    .updateTable('assignments')
    .set({ anonymity_lifted_at: at, updated_at: at })
    .where('id', '=', id)
    .where('anonymity_lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return lifted !== undefined;
}

export async function updateRubricOfAssignment(
  tx: Transaction,
  id: string,
  rubric_id: string,
  updated_at: string,
) {
  await tx
    .updateTable('assignments')
    .set((eb) => ({ rubric_id, updated_at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
