import { type RawBuilder, sql } from 'kysely';

/** Whose courses, when, and what counts: everything that a report was narrowed to, already checked. */
export interface FactScope {
  framework_id: string;
  branch: string | null;
  grade_level: string | null;
  /** The grades that the courses teach, when only those count. */
  taught_grades: string[] | null;
  from_on: string;
  to_on: string;
  course_ids: string[] | null;
  school_ids: string[] | null;
  section_id: string | null;
  teacher_id: string | null;
  include_drafts: boolean;
  include_children: boolean;
  include_equivalents: boolean;
}

const all = sql<boolean>`true`;

/**
 * One row for each standard, course, unit and time that plans it or taught it, and for each assignment with a posted
 * score that assesses it (`assignment_id`, at the day of its first posting): `facts`. And the standards that a
 * percentage is of: `counted`, active and assessable ones of the grades asked for (PLN-94, PLN-96).
 */
export function factsOf(scope: FactScope): RawBuilder<unknown> {
  return sql`
    counted as materialized (
      select id, identifier, code, code_normalized, parent_id, ancestor_ids, ancestor_ids || id as lineage,
        grade_levels
      from standards
      where tenant_id = app.current_tenant() and framework_id = ${scope.framework_id}::uuid
        and state = 'active' and assessable and not is_unplaced
        and ${gradesIn(scope)}
        and ${scope.branch ? sql`(id = ${scope.branch}::uuid or ${scope.branch}::uuid = any(ancestor_ids))` : all}
    ), chosen_courses as materialized (
      select id, name, grade_levels, school_id from courses
      where tenant_id = app.current_tenant() and state <> 'deleted'
        and ${scope.course_ids ? sql`id = any(${scope.course_ids}::uuid[])` : all}
        and ${scope.school_ids ? sql`school_id = any(${scope.school_ids}::uuid[])` : all}
        and ${scope.section_id ? ofSection(scope.section_id) : all}
        and ${scope.teacher_id ? ofTeacher(scope.teacher_id) : all}
    ), placements as materialized (
      select placement.course_id, placement.unit_plan_id, placement.starts_on, placement.ends_on, placement.state,
        case when placement.follow_latest then null else placement.pinned_version_id end as pinned_version_id
      from unit_placements placement
      join chosen_courses course on course.id = placement.course_id
      where placement.tenant_id = app.current_tenant() and placement.deleted_at is null
        and placement.state <> 'skipped'
        and placement.starts_on <= ${scope.to_on}::date and placement.ends_on >= ${scope.from_on}::date
    ), placed as materialized (
      select placements.course_id, placements.unit_plan_id, placements.starts_on, placements.ends_on,
        placements.state, unit.id as plan_id,
        coalesce(placements.pinned_version_id, unit.published_version_id) as version_id
      from placements
      join plans unit on unit.tenant_id = app.current_tenant() and unit.id = placements.unit_plan_id
        and unit.deleted_at is null
      union all
      select placements.course_id, placements.unit_plan_id, placements.starts_on, placements.ends_on,
        placements.state, lesson.id, lesson.published_version_id
      from placements
      join plans unit on unit.tenant_id = app.current_tenant() and unit.id = placements.unit_plan_id
        and unit.deleted_at is null
      join plans lesson on lesson.tenant_id = app.current_tenant() and lesson.unit_plan_id = unit.id
        and lesson.deleted_at is null
    ), sessions as materialized (
      select section.course_id, coalesce(lesson.unit_plan_id, lesson.id) as unit_plan_id, lesson.id as plan_id,
        session.meeting_on, session.state, session.id as session_id,
        coalesce(session.pinned_version_id, lesson.published_version_id) as version_id, lesson.unit_plan_id as unit_id
      from lesson_sessions session
      join sections section on section.tenant_id = app.current_tenant() and section.id = session.section_id
      join chosen_courses course on course.id = section.course_id
      join plans lesson on lesson.tenant_id = app.current_tenant() and lesson.id = session.lesson_plan_id
        and lesson.deleted_at is null
      where session.tenant_id = app.current_tenant() and session.deleted_at is null and session.state <> 'skipped'
        and session.meeting_on between ${scope.from_on}::date and ${scope.to_on}::date
        and ${scope.section_id ? sql`session.section_id = ${scope.section_id}::uuid` : all}
    ), aligned as materialized (
      select a.id as assignment_id, a.course_id, linked.standard_id
      from chosen_courses course
      join assignments a on a.tenant_id = app.current_tenant() and a.course_id = course.id
        and a.state in ('published', 'closed')
      join assignment_standards linked on linked.tenant_id = app.current_tenant() and linked.assignment_id = a.id
      union
      select evidence.assignment_id, evidence.course_id, evidence.standard_id
      from chosen_courses course
      join mastery_evidence evidence on evidence.tenant_id = app.current_tenant() and evidence.course_id = course.id
        and evidence.source <> 'observation'
    ), scored as materialized (
      select work.assignment_id, min((work.posted_at at time zone school.time_zone)::date) as scored_on
      from (select distinct assignment_id, course_id from aligned) one
      join chosen_courses course on course.id = one.course_id
      join schools school on school.tenant_id = app.current_tenant() and school.id = course.school_id
      join student_work work on work.tenant_id = app.current_tenant() and work.assignment_id = one.assignment_id
        and work.grade_state = 'graded' and work.posted_at is not null
        and (work.posted_at at time zone school.time_zone)::date between ${scope.from_on}::date and ${scope.to_on}::date
        and ${scope.section_id ? sql`work.section_id = ${scope.section_id}::uuid` : all}
      group by work.assignment_id
    ), told as materialized (
      select frozen.standard_id, placed.course_id, placed.unit_plan_id, placed.plan_id, placed.starts_on,
        placed.ends_on, placed.state = 'taught' and placed.plan_id = placed.unit_plan_id as taught,
        null::uuid as session_id, frozen.emphasis, null::uuid as assignment_id
      from placed
      join plan_version_alignments frozen
        on frozen.tenant_id = app.current_tenant() and frozen.version_id = placed.version_id
      union all
      select frozen.standard_id, sessions.course_id, sessions.unit_plan_id, sessions.plan_id, sessions.meeting_on,
        sessions.meeting_on, sessions.state = 'taught', sessions.session_id, frozen.emphasis, null::uuid
      from sessions
      join plan_version_alignments frozen
        on frozen.tenant_id = app.current_tenant() and frozen.version_id = sessions.version_id
      union all
      select frozen.standard_id, sessions.course_id, sessions.unit_plan_id, sessions.plan_id, sessions.meeting_on,
        sessions.meeting_on, true, sessions.session_id, frozen.emphasis, null::uuid
      from sessions
      join plans unit on unit.tenant_id = app.current_tenant() and unit.id = sessions.unit_id
      join plan_version_alignments frozen
        on frozen.tenant_id = app.current_tenant() and frozen.version_id = unit.published_version_id
      where sessions.state = 'taught'
      union all
      select alignment.standard_id, placed.course_id, placed.unit_plan_id, placed.plan_id, placed.starts_on,
        placed.ends_on, false, null::uuid, alignment.emphasis, null::uuid
      from placed
      join standard_alignments alignment
        on alignment.tenant_id = app.current_tenant() and alignment.target_id = placed.plan_id
      where ${scope.include_drafts}::boolean
      union all
      select aligned.standard_id, aligned.course_id, null::uuid, null::uuid, scored.scored_on, scored.scored_on, false,
        null::uuid, null::text, scored.assignment_id
      from scored
      join aligned on aligned.assignment_id = scored.assignment_id
    ), facts as materialized (
      select distinct counted.id as standard_id, told.course_id, told.unit_plan_id, told.plan_id, told.starts_on,
        told.ends_on, told.taught, told.session_id, told.emphasis, told.assignment_id
      from told
      join counted on ${countsFor(scope)}
    )`;
}

/** Which standard of the report an alignment counts for: the same one, and on request those below or equal to it. */
function countsFor({ include_children, include_equivalents }: FactScope): RawBuilder<unknown> {
  const ways = [sql`counted.id = told.standard_id`];
  if (include_children) ways.push(sql`told.standard_id = any(counted.ancestor_ids)`);
  if (include_equivalents) {
    ways.push(sql`exists (
      select from standards other
      join standard_associations link on link.tenant_id = app.current_tenant() and link.type = 'exact_match_of'
      where other.tenant_id = app.current_tenant() and other.id = told.standard_id and (
        (link.origin_identifier = other.identifier and link.destination_identifier = counted.identifier)
        or (link.destination_identifier = other.identifier and link.origin_identifier = counted.identifier)
      )
    )`);
  }
  return sql`(${sql.join(ways, sql` or `)})`;
}

function gradesIn({ grade_level, taught_grades }: FactScope): RawBuilder<boolean> {
  const grades = grade_level ? [grade_level] : taught_grades;
  return grades ? sql`(cardinality(grade_levels) = 0 or grade_levels && ${grades}::text[])` : all;
}

function ofSection(id: string): RawBuilder<boolean> {
  return sql`id in (
    select course_id from sections where tenant_id = app.current_tenant() and id = ${id}::uuid
  )`;
}

function ofTeacher(id: string): RawBuilder<boolean> {
  return sql`id in (
    select section.course_id from enrollments enrollment
    join sections section on section.tenant_id = app.current_tenant() and section.id = enrollment.section_id
    where enrollment.tenant_id = app.current_tenant() and enrollment.user_id = ${id}::uuid
      and enrollment.role in ('teacher', 'co_teacher') and enrollment.state = 'active'
  )`;
}
