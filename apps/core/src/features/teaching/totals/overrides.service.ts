import type { StudentTotal } from '@k12/contracts/teaching/gradebook';
import type { CourseGradeOverride } from '@k12/contracts/teaching/totals';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectOptionalStudent } from '../courses/enrolled-student.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canSetUpGrading } from '../gradebook/gradebook.policy.ts';
import { presentTotal } from '../gradebook/present-gradebook.rules.ts';
import { coursePeriods } from '../grading-periods/period-locks.service.ts';
import { createGradeChanges } from '../student-work/work-grades-records.service.ts';
import * as queries from './totals.queries.ts';
import { recalculate } from './totals.service.ts';

/** A grade by judgement; the calculated one stays beside it for staff (TCH-120). */
export async function overrideCourseGrade(
  context: Context,
  id: string,
  input: CourseGradeOverride,
): Promise<StudentTotal> {
  const { student_id, grading_period_id, percent, label, reason, lock_version } = input;
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'submissions.grade', 'enter_grades');
    authorize(canSetUpGrading(context.actor, course), 'submissions.grade');
    const person = await selectOptionalStudent(tx, id, student_id, scope.section_ids);
    const periods = await coursePeriods(tx, context, course);
    const isKnown = periods.periods.some((period) => period.id === grading_period_id);
    if (!person || (grading_period_id !== null && !isKnown)) throw new Problem('not_found');
    const place = { assigned_period_id: grading_period_id, due_at: null, published_at: null };
    if (periods.isLocked(place, student_id)) throw new Problem('period_locked');
    const find = async () =>
      (await queries.listTotalsOf(tx, id, [student_id])).find(
        (row) => row.grading_period_id === grading_period_id,
      );
    const before = await find();
    const now = context.platform.clock.now().toISOString();
    const isCleared = percent === null && label === null;
    const override: queries.Override = {
      id: before?.id ?? newId(),
      course_id: id,
      student_id,
      grading_period_id,
      override_percent: percent,
      override_label: label,
      override_reason: isCleared ? null : reason,
      overridden_by: isCleared ? null : context.actor.user_id,
      overridden_at: now,
    };
    if (!before) await queries.createOverride(tx, override);
    else if (!(await queries.updateOverride(tx, override, lock_version))) {
      throw new Problem('version_conflict', { current: presentTotal(before) });
    }
    // The year may be made of its periods: what was set for one of them counts in it (TCH-115).
    if (grading_period_id !== null) await recalculate(tx, context, course, [student_id]);
    const after = await find();
    await createGradeChanges(
      tx,
      {
        course_id: id,
        subject: 'total',
        source: 'typed',
        reason,
        change_set_id: null,
        changed_by: context.actor.user_id,
        changed_at: now,
      },
      [
        {
          id: newId(),
          assignment_id: null,
          student_id,
          before: before ? shown(before) : null,
          after: shown(override),
        },
      ],
    );
    await recordAudit(tx, context, {
      action: 'course_grade.overridden',
      target_type: 'course',
      target_id: id,
      school_id: course.school_id,
      changes: { student_id, grading_period_id },
      reason,
    });
    if (!after) throw new Problem('not_found');
    return presentTotal(after);
  });
}

function shown({
  grading_period_id,
  override_percent,
  override_label,
}: Pick<queries.Override, 'grading_period_id' | 'override_percent' | 'override_label'>) {
  return { grading_period_id, percent: override_percent, label: override_label };
}
