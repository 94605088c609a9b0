import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectTaughtAssignment } from '../assignments/assignment-access.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { selectStudent } from '../courses/enrolled-student.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { hidesNames } from '../grading/anonymity.rules.ts';
import { assignmentOfLearner, familyCourse } from '../learning/staff-reading.service.ts';

type Viewer = 'student' | 'guardian';

interface Look {
  id: string;
  student_id: string;
  as: Viewer;
}

/** The very answer that the student and their guardians get now; each look is kept under both names (TCH-186, UXP-11). */
export async function getFamilyCourse(context: Context, { id, student_id, as }: Look) {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const student = await selectStudent(tx, id, student_id, scope.section_ids);
    const shown = await familyCourse(tx, context, student_id, id);
    await audit(tx, context, course, { student_id, as });
    return { student_name: displayName(student), ...shown };
  });
}

export async function getFamilyAssignment(
  context: Context,
  { id, student_id, as }: Look,
): Promise<LearnerAssignment> {
  return context.withTenant(async (tx) => {
    const right = ['gradebook.read', 'see_grades'] as const;
    const { assignment, course, scope } = await selectTaughtAssignment(tx, context, id, ...right);
    await selectStudent(tx, course.id, student_id, scope.section_ids);
    if (hidesNames(assignment)) throw new Problem('not_found');
    const shown = await assignmentOfLearner(tx, context, { student_id, is_own: as === 'student' }, id);
    await audit(tx, context, course, { student_id, as, assignment_id: id });
    return shown;
  });
}

function audit(
  tx: Transaction,
  context: Context,
  course: Pick<CourseRow, 'id' | 'school_id'>,
  look: { student_id: string; as: Viewer; assignment_id?: string },
) {
  const { student_id, ...rest } = look;
  return recordAudit(tx, context, {
    action: 'family_view.opened',
    target_type: 'user',
    target_id: student_id,
    school_id: course.school_id,
    changes: { course_id: course.id, ...rest },
  });
}
