import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';

export function selectOptionalCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select(['id', 'school_id', 'academic_year_id', 'settings'])
    .where('id', '=', id)
    .where('state', '<>', 'deleted')
    .executeTakeFirst();
}

export interface CourseStandard {
  id: string;
  code: string;
  statement: string;
  strand_id: string | null;
  strand_code: string | null;
  strand_statement: string | null;
}

/** More columns than this nobody reads. */
const mostStandards = 400;

/**
 * The standards of a course in the order of their framework: those its published assignments and their rubrics are
 * about, those of the units placed in it, and those there is evidence or a judgement of.
 */
export async function listCourseStandards(tx: Transaction, courseId: string): Promise<CourseStandard[]> {
  const { rows } = await sql<CourseStandard>`
    with named as (
      select linked.standard_id as id
      from assignments a
      join assignment_standards linked on linked.tenant_id = app.current_tenant() and linked.assignment_id = a.id
      where a.tenant_id = app.current_tenant() and a.course_id = ${courseId}::uuid and a.state in ('published', 'closed')
      union
      select (criterion ->> 'standard_id')::uuid
      from assignments a
      join rubrics rubric on rubric.tenant_id = app.current_tenant() and rubric.id = a.rubric_id
      cross join lateral jsonb_array_elements(rubric.criteria) as criterion
      where a.tenant_id = app.current_tenant() and a.course_id = ${courseId}::uuid and a.state in ('published', 'closed')
      union
      select r.standard_id from mastery_results r
      where r.tenant_id = app.current_tenant() and r.course_id = ${courseId}::uuid
        and (r.value is not null or r.evidence_count > 0)
      union
      select frozen.standard_id
      from unit_placements placement
      join plans unit on unit.tenant_id = app.current_tenant() and unit.id = placement.unit_plan_id
        and unit.deleted_at is null
      join plan_version_alignments frozen on frozen.tenant_id = app.current_tenant()
        and frozen.version_id = unit.published_version_id
      where placement.tenant_id = app.current_tenant() and placement.course_id = ${courseId}::uuid
        and placement.deleted_at is null and placement.state <> 'skipped'
    )
    select standard.id, standard.code, coalesce(standard.short_statement, standard.statement) as statement,
      strand.id as strand_id, strand.code as strand_code,
      coalesce(strand.short_statement, strand.statement) as strand_statement
    from named
    join standards standard on standard.tenant_id = app.current_tenant() and standard.id = named.id
    left join standards strand on strand.tenant_id = app.current_tenant() and strand.id = standard.parent_id
    order by strand.code_normalized nulls last, strand.id, standard.position, standard.code_normalized, standard.id
    limit ${mostStandards}`.execute(tx);
  return rows;
}

export async function selectStandard(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('standards')
    .select(['id', 'code', 'statement', 'short_statement', 'assessable', 'framework_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export async function listStudentIds(
  tx: Transaction,
  courseId: string,
  sectionIds: readonly string[] | null,
) {
  let rows = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select('member.user_id')
    .distinct()
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student');
  if (sectionIds !== null) rows = rows.where('section.id', '=', sql<string>`any(${[...sectionIds]}::uuid[])`);
  return (await rows.execute()).map(({ user_id }) => user_id);
}

export interface EvidenceRow {
  id: string;
  student_id: string;
  standard_id: string;
  source: 'rubric' | 'assignment' | 'observation';
  assignment_id: string | null;
  assignment_title: string | null;
  criterion: string | null;
  criterion_id: string | null;
  value: string;
  note: string;
  is_posted: boolean;
  observed_at: string;
  observed_by: string | null;
}

/** Evidence of a student in words, the latest first; for families posted pieces only (TCH-124). */
export async function listEvidence(
  tx: Transaction,
  given: { course_id: string; student_id: string; standard_id: string | null; only_posted: boolean },
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select e.id, e.student_id, e.standard_id, e.source, e.assignment_id, a.title as assignment_title, e.criterion_id,
      (
        select criterion ->> 'title'
        from rubric_assessments j
        join rubrics rubric on rubric.tenant_id = app.current_tenant() and rubric.id = j.rubric_id
        cross join lateral jsonb_array_elements(rubric.criteria) as criterion
        where j.tenant_id = app.current_tenant() and j.assignment_id = e.assignment_id and j.student_id = e.student_id
          and criterion ->> 'id' = e.criterion_id::text
        limit 1
      ) as criterion,
      trim_scale(e.value)::text as value, e.note, e.is_posted, e.observed_at, e.observed_by
    from mastery_evidence e
    left join assignments a on a.tenant_id = app.current_tenant() and a.id = e.assignment_id
    where e.tenant_id = app.current_tenant() and e.course_id = ${given.course_id}::uuid
      and e.student_id = ${given.student_id}::uuid
      and (${given.standard_id}::uuid is null or e.standard_id = ${given.standard_id}::uuid)
      and (e.is_posted or not ${given.only_posted}::boolean)
    order by e.observed_at desc, e.id desc
    limit 500`.execute(tx);
  return rows;
}

export interface ObservationToCreate {
  id: string;
  course_id: string;
  student_id: string;
  standard_id: string;
  value: string;
  note: string;
  is_posted: boolean;
  observed_at: string;
  observed_by: string | null;
}

export async function createObservation(tx: Transaction, row: ObservationToCreate): Promise<void> {
  await tx
    .insertInto('mastery_evidence')
    .values({ ...row, source: 'observation', created_at: row.observed_at })
    .execute();
}

export function deleteObservation(
  tx: Transaction,
  place: { course_id: string; student_id: string; standard_id: string },
  id: string,
) {
  return tx
    .deleteFrom('mastery_evidence')
    .where('id', '=', id)
    .where('course_id', '=', place.course_id)
    .where('student_id', '=', place.student_id)
    .where('standard_id', '=', place.standard_id)
    .where('source', '=', 'observation')
    .returning(['value', 'note'])
    .executeTakeFirst();
}

export interface ChangeToKeep {
  id: string;
  course_id: string;
  student_id: string;
  standard_id: string;
  kind: 'judged' | 'judgement_taken_back' | 'observed' | 'observation_removed';
  before: object | null;
  after: object | null;
  changed_by: string | null;
  changed_at: string;
}

export async function createChange(tx: Transaction, { before, after, ...row }: ChangeToKeep): Promise<void> {
  await tx
    .insertInto('mastery_changes')
    .values({ ...row, before: before && JSON.stringify(before), after: after && JSON.stringify(after) })
    .execute();
}

export function listChanges(
  tx: Transaction,
  place: { course_id: string; student_id: string; standard_id: string },
) {
  return tx
    .selectFrom('mastery_changes')
    .select(['id', 'kind', 'before', 'after', 'changed_by', 'changed_at'])
    .where('course_id', '=', place.course_id)
    .where('student_id', '=', place.student_id)
    .where('standard_id', '=', place.standard_id)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}
