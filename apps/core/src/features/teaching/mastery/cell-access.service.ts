import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { type CourseRow, isOpenCourse } from '../courses/course-access.service.ts';
import { selectStudent } from '../courses/enrolled-student.service.ts';
import { scopeIn, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import * as queries from './mastery.queries.ts';

export interface CellParams {
  id: string;
  student_id: string;
  standard_id: string;
}

export interface CellPlace {
  course: CourseRow;
  student: Awaited<ReturnType<typeof selectStudent>>;
  standard: Awaited<ReturnType<typeof queries.selectStandard>>;
  can_judge: boolean;
}

/** A cell of the mastery sheet as the staff of the course reach it. */
export async function selectCell(
  tx: Transaction,
  context: Context,
  params: CellParams,
  purpose: 'read' | 'judge',
): Promise<CellPlace> {
  const { course, scope } =
    purpose === 'read'
      ? await selectTaughtCourse(tx, context, params.id, 'gradebook.read', 'see_grades')
      : await selectTaughtCourse(tx, context, params.id, 'submissions.grade', 'enter_grades');
  const student = await selectStudent(tx, course.id, params.student_id, scope.section_ids);
  const standard = await queries.selectStandard(tx, params.standard_id);
  const grading = await scopeIn(tx, context, course, 'submissions.grade', 'enter_grades');
  const can_judge = grading !== null && isOpenCourse(course);
  if (purpose === 'judge') authorize(can_judge, 'submissions.grade');
  return { course, student, standard, can_judge };
}
