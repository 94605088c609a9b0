import type { PostingResult, PostingTarget } from '@k12/contracts/teaching/posting';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { requireMovable } from '../assignments/assignment-bin.service.ts';
import { isOpenCourse } from '../courses/course-access.service.ts';
import {
  type GradedAssignment,
  selectGradedAssignment,
  studentBehind,
} from '../grading/graded-cell.service.ts';
import { followGrades } from '../totals/follow-grades.service.ts';
import { afterPosting } from './after-posting.service.ts';
import * as queries from './posting.queries.ts';

/** Shows score, rubric, comments, annotations and status in one act (TCH-81). */
export function postGrades(context: Context, id: string, input: PostingTarget): Promise<PostingResult> {
  return context.withTenant(async (tx) => {
    const { graded, scope } = await prepare(tx, context, id, input);
    const figures = await queries.countPosting(tx, scope);
    const result = {
      changed_count: figures.to_post,
      notified_count: figures.to_post,
      hidden_count: figures.hidden_elsewhere,
      seen_count: 0,
    };
    if (input.dry_run) return result;
    const now = context.platform.clock.now().toISOString();
    const posted = await queries.postCells(tx, scope, now);
    // Everyone: words on work without a grade go out as well.
    const students = input.target === 'everyone' ? await queries.listStudents(tx, scope) : posted;
    await queries.postFeedback(tx, id, students, now);
    const notified_count = await afterPosting(tx, context, id, posted);
    const { course } = graded;
    await recordAudit(tx, context, {
      action: 'grades.posted',
      target_type: 'assignment',
      target_id: id,
      school_id: course.school_id,
      changes: { count: posted.length },
    });
    return { ...result, changed_count: posted.length, notified_count };
  });
}

/** Allowed, said to be too late for some, and silent (TCH-83). */
export function hideGrades(context: Context, id: string, input: PostingTarget): Promise<PostingResult> {
  return context.withTenant(async (tx) => {
    const { graded, scope } = await prepare(tx, context, id, input);
    const figures = await queries.countPosting(tx, scope);
    const seen_count = figures.posted;
    const hidden_count = figures.posted + figures.to_post + figures.hidden_elsewhere;
    const result = { changed_count: figures.posted, notified_count: 0, hidden_count, seen_count };
    if (input.dry_run) return result;
    const now = context.platform.clock.now().toISOString();
    const hidden = await queries.hideCells(tx, scope, now);
    const students = await queries.listStudents(tx, scope);
    await queries.hideFeedback(tx, id, students, now);
    const { course } = graded;
    await recordAudit(tx, context, {
      action: 'grades.hidden',
      target_type: 'assignment',
      target_id: id,
      school_id: course.school_id,
      changes: { count: hidden.length },
    });
    await publishEvent(tx, context, 'grades.hidden', {
      course_id: course.id,
      assignment_id: id,
      count: hidden.length,
    });
    await followGrades(
      tx,
      context,
      course,
      hidden.map((student_id) => ({ student_id })),
    );
    return { ...result, changed_count: hidden.length };
  });
}

async function prepare(tx: Transaction, context: Context, id: string, input: PostingTarget) {
  const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'post_grades');
  authorize(isOpenCourse(graded.course), 'submissions.grade');
  // What families see of a locked period stays as it is, too (TCH-121).
  await requireMovable(tx, context, graded);
  return { graded, scope: await scopeOf(tx, context, graded, input) };
}

async function scopeOf(
  tx: Transaction,
  context: Context,
  graded: GradedAssignment,
  input: PostingTarget,
): Promise<queries.PostingScope> {
  const assignment_id = graded.assignment.id;
  const own = graded.scope.section_ids;
  if (input.target === 'sections') {
    const named = input.section_ids ?? [];
    if (named.length === 0) throw invalid('/section_ids', 'required', 'Name the sections.');
    if (own && named.some((id) => !own.includes(id))) throw new Problem('not_found');
    return { assignment_id, section_ids: named, student_ids: null };
  }
  if (input.target === 'selection') {
    const named = input.student_ids ?? [];
    if (named.length === 0) throw invalid('/student_ids', 'required', 'Name the students.');
    const student_ids: string[] = [];
    for (const given of named) student_ids.push(await studentBehind(tx, context, graded, given));
    return { assignment_id, section_ids: own, student_ids };
  }
  return { assignment_id, section_ids: own, student_ids: null };
}
