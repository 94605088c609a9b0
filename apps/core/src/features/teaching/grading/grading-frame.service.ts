import type { GradingFrame, GradingQuery } from '@k12/contracts/teaching/grading';
import { formatPlain, unitsOf } from '@k12/grading/decimal';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectAssignmentForChange } from '../assignments/assignment-access.service.ts';
import { isOpenCourse } from '../courses/course-access.service.ts';
import { scopeIn } from '../courses/teaching-scope.service.ts';
import { rubricOf } from '../rubrics/rubrics.service.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import { selectGradedAssignment, shownId } from './graded-cell.service.ts';
import * as queries from './grading.queries.ts';

export async function getGradingFrame(
  context: Context,
  id: string,
  query: GradingQuery,
): Promise<GradingFrame> {
  const now = context.platform.clock.now().toISOString();
  return context.readTenant(async (tx) => {
    const { assignment, course, scope, is_anonymous } = await selectGradedAssignment(tx, context, id);
    // The order of names would tell them.
    const order = is_anonymous && query.order === 'name' ? 'random' : query.order;
    const filter = { ...query, order };
    const allowed = (right: 'enter_grades' | 'comment' | 'post_grades') =>
      scopeIn(tx, context, course, 'submissions.grade', right);
    const [rows, school, grades, comments, posts] = await Promise.all([
      queries.listFrame(tx, id, filter, scope.section_ids, now),
      queries.selectSchool(tx, course.id),
      allowed('enter_grades'),
      allowed('comment'),
      allowed('post_grades'),
    ]);
    const isOpen = isOpenCourse(course);
    return {
      assignment: {
        id,
        course_id: course.id,
        course_name: course.name,
        title: assignment.title,
        points_possible: formatPlain(unitsOf(assignment.points_possible)),
        grading_type: assignment.grading_type,
        is_anonymous,
        rubric_id: assignment.rubric_id,
        rubric_use: assignment.rubric_use,
        attempts_allowed: assignment.attempts_allowed,
        time_zone: school.time_zone,
      },
      student_ids: rows.map(({ student_id }) => shownId(context, id, is_anonymous, student_id)),
      counts: {
        all: rows.length,
        to_grade: rows.filter(({ is_to_grade }) => is_to_grade).length,
        graded: rows.filter(({ is_graded }) => is_graded).length,
        not_posted: rows.filter(({ is_hidden }) => is_hidden).length,
        judged: query.criterion_id ? rows.filter(({ is_judged }) => is_judged).length : null,
      },
      can: {
        grade: isOpen && grades !== null,
        comment: isOpen && comments !== null,
        post: isOpen && posts !== null,
        lift_anonymity: isOpen && is_anonymous && posts !== null,
      },
    };
  });
}

export async function liftAnonymity(context: Context, id: string, input: { reason: string }) {
  return context.withTenant(async (tx) => {
    const { assignment, course } = await selectGradedAssignment(
      tx,
      context,
      id,
      'submissions.grade',
      'post_grades',
    );
    const at = context.platform.clock.now().toISOString();
    if (assignment.is_anonymous && (await queries.updateAnonymityLifted(tx, id, at))) {
      // From now on these grades count in the totals of staff.
      await followCourse(tx, context, course.id);
      await recordAudit(tx, context, {
        action: 'assignment.anonymity_lifted',
        target_type: 'assignment',
        target_id: id,
        school_id: course.school_id,
        changes: { reason: input.reason },
      });
    }
    return { is_anonymous: false };
  });
}

/** A choice per assignment, never a consequence of editing the rubric (TCH-85). */
export async function takeRubricVersion(context: Context, id: string, input: { rubric_id: string }) {
  return context.withTenant(async (tx) => {
    const { assignment, course } = await selectAssignmentForChange(tx, context, id);
    if (assignment.rubric_id === null) throw new Problem('conflict');
    const current = await rubricOf(tx, context, assignment.rubric_id);
    const next = await rubricOf(tx, context, input.rubric_id);
    if (next.rubric_key !== current.rubric_key) throw new Problem('conflict');
    const now = context.platform.clock.now().toISOString();
    await queries.updateRubricOfAssignment(tx, id, next.id, now);
    await recordAudit(tx, context, {
      action: 'assignment.rubric_version_taken',
      target_type: 'assignment',
      target_id: id,
      school_id: course.school_id,
    });
    return { rubric_id: next.id };
  });
}
