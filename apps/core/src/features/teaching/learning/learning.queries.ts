import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Courses somebody is or was a student of, one row per section. */
export function listEnrolledCourses(tx: Transaction, studentId: string, schoolId: string | null) {
  let rows = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .innerJoin('academic_years as year', 'year.id', 'course.academic_year_id')
    .select([
      'course.id',
      'course.name',
      'course.subject',
      'course.color',
      'course.state',
      'course.settings',
      'course.school_id',
      'course.academic_year_id',
      'course.archived_at',
      'course.updated_at',
      'school.name as school_name',
      'school.time_zone',
      'year.name as year_name',
      'year.starts_on as year_starts_on',
      'year.ends_on as year_ends_on',
      'section.id as section_id',
      'section.name as section_name',
      'member.state as member_state',
      'member.starts_on',
      'member.ends_on',
    ])
    .where('member.user_id', '=', studentId)
    .where('member.role', '=', 'student')
    .where('member.state', 'in', ['active', 'completed'])
    .where('course.state', 'in', ['active', 'archived'])
    .orderBy('course.name')
    .orderBy('course.id')
    .orderBy('section.name');
  if (schoolId) rows = rows.where('course.school_id', '=', schoolId);
  return rows.execute();
}

export type EnrolledRow = Awaited<ReturnType<typeof listEnrolledCourses>>[number];

/** A posted value, or nothing: what is not posted does not leave the database (PPL-18). */
function posted<T>(column: string) {
  return sql<T | null>`case when work.posted_at is not null then ${sql.raw(column)} end`;
}

/** What the staff knows of the work of a student beside what is posted: never for the student and the family. */
export function listUnpostedFacts(tx: Transaction, studentId: string, courseId: string) {
  return tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .select(['work.assignment_id', 'work.entry', 'work.grade_source', 'work.grade_state'])
    .select(['work.status_override', 'work.late_minutes_override', 'work.graded_at', 'work.changed_at'])
    .select(['assignment.is_anonymous', 'assignment.anonymity_lifted_at'])
    .select([
      sql<string | null>`trim_scale(work.entered_score)::text`.as('entered_score'),
      sql<string | null>`trim_scale(work.deduction)::text`.as('deduction'),
      sql<string | null>`trim_scale(work.effective_score)::text`.as('score'),
    ])
    .where('work.student_id', '=', studentId)
    .where('work.course_id', '=', courseId)
    .execute();
}

/** The work of one student in courses: published, assigned to them, and with posted grades only. */
export function listLearnerWork(tx: Transaction, studentId: string, courseIds: readonly string[]) {
  return learnerWork(tx)
    .where('work.student_id', '=', studentId)
    .where('work.course_id', 'in', courseIds)
    .orderBy('assignment.position')
    .orderBy('assignment.id')
    .execute();
}

export function selectOptionalLearnerWork(tx: Transaction, studentId: string, assignmentId: string) {
  return learnerWork(tx)
    .select(['assignment.instructions', 'assignment.max_files', 'assignment.attempts_allowed'])
    .select(['assignment.allowed_file_types', 'work.submission_id', 'work.section_id'])
    .where('work.student_id', '=', studentId)
    .where('work.assignment_id', '=', assignmentId)
    .executeTakeFirst();
}

function learnerWork(tx: Transaction) {
  return tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .leftJoin('grade_categories as category', 'category.id', 'assignment.category_id')
    .select([
      'work.assignment_id',
      'work.student_id',
      'work.course_id',
      'work.available_from_at',
      'work.due_at',
      'work.available_until_at',
      'work.dates_from',
      'work.is_before_enrollment',
      'work.submission_state',
      'work.submitted_at',
      'work.late_seconds',
      'work.posted_at',
      'assignment.title',
      'assignment.kind',
      'assignment.state as assignment_state',
      'assignment.submission_types',
      'assignment.grading_type',
      'assignment.estimated_minutes',
      'assignment.is_extra_credit',
      'assignment.counts_toward_total',
      'assignment.has_automatic_labels',
      'assignment.late_policy',
      'assignment.own_late_policy',
      'category.name as category_name',
    ])
    .select([
      sql<string>`trim_scale(assignment.points_possible)::text`.as('points_possible'),
      posted<string>('work.entry').as('entry'),
      posted<string>('trim_scale(work.entered_score)::text').as('entered_score'),
      posted<string>('trim_scale(work.deduction)::text').as('deduction'),
      posted<string>('trim_scale(work.effective_score)::text').as('score'),
      posted<string>('work.grade_source').as('grade_source'),
      posted<'none' | 'graded' | 'excused' | 'incomplete'>('work.grade_state').as('grade_state'),
      posted<'late' | 'not_late' | 'missing' | 'not_missing' | 'none'>('work.status_override').as(
        'status_override',
      ),
      posted<number>('work.late_minutes_override').as('late_minutes_override'),
    ])
    .where('work.is_assigned', '=', true)
    .where('assignment.state', 'in', ['published', 'closed']);
}

export type LearnerWorkRow = Awaited<ReturnType<typeof listLearnerWork>>[number];

/** Posted totals of the year. */
export function listPostedTotals(tx: Transaction, studentId: string, courseIds: readonly string[]) {
  return tx
    .selectFrom('course_grades')
    .select(['course_id', 'posted_label', 'override_label'])
    .select([
      sql<string | null>`trim_scale(override_percent)::text`.as('override_percent'),
      sql<string | null>`trim_scale(posted_so_far_percent)::text`.as('so_far'),
      sql<string | null>`trim_scale(posted_if_nothing_more_percent)::text`.as('if_nothing_more'),
    ])
    .where('student_id', '=', studentId)
    .where('course_id', 'in', courseIds)
    .where('grading_period_id', 'is', null)
    .execute();
}

/** The due time of those without dates of their own: of the section, or of everyone. */
export function listUsualDates(tx: Transaction, assignmentIds: readonly string[]) {
  return tx
    .selectFrom('assignment_dates')
    .select(['assignment_id', 'target', 'section_id', 'due_at'])
    .where('assignment_id', 'in', assignmentIds)
    .where('target', 'in', ['everyone', 'section'])
    .where('due_at', 'is not', null)
    .execute();
}

export function listStandards(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('assignment_standards as aligned')
    .innerJoin('standards as standard', 'standard.id', 'aligned.standard_id')
    .select(['standard.code', 'standard.statement'])
    .where('aligned.assignment_id', '=', assignmentId)
    .orderBy('standard.code')
    .execute();
}

/** Of posted grades alone (PPL-20). */
export function selectPostedStatistics(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('student_work')
    .select([
      sql<number>`count(effective_score)::integer`.as('count'),
      sql<string | null>`trim_scale(round(avg(effective_score), 2))::text`.as('mean'),
      sql<string | null>`trim_scale(min(effective_score))::text`.as('lowest'),
      sql<string | null>`trim_scale(max(effective_score))::text`.as('highest'),
    ])
    .where('assignment_id', '=', assignmentId)
    .where('posted_at', 'is not', null)
    .executeTakeFirstOrThrow();
}

export function selectStudent(tx: Transaction, id: string) {
  return tx
    .selectFrom('users')
    .select(['id', 'given_name', 'family_name', 'preferred_name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** The latest posted comment of each piece of work that students may read. */
export function listPostedComments(tx: Transaction, studentId: string, assignmentIds: readonly string[]) {
  if (assignmentIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('feedback_comments')
    .select(['assignment_id', 'body', 'posted_at'])
    .distinctOn('assignment_id')
    .where('student_id', '=', studentId)
    .where('assignment_id', 'in', assignmentIds)
    .where('state', '=', 'posted')
    .where('visibility', '=', 'student')
    .where('is_by_student', '=', false)
    .where('deleted_at', 'is', null)
    .orderBy('assignment_id')
    .orderBy('posted_at', 'desc')
    .execute();
}
