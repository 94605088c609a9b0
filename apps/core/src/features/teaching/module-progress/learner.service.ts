import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { type CourseRow, selectReadableCourse } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import * as queries from './module-progress.queries.ts';
import { loadSeen, type SeenModule } from './student-outline.service.ts';

export interface Learner {
  course: CourseRow;
  student_id: string;
  section_ids: string[];
  /** Guardians read and leave no traces. */
  is_self: boolean;
}

/** The student themselves, or one of a guardian's children in this course; 404 to all others but its staff (403). */
export async function selectLearner(
  tx: Transaction,
  context: Context,
  courseId: string,
  studentId: string | undefined,
): Promise<Learner> {
  const course = await selectReadableCourse(tx, context, courseId, 'modules.read');
  const { actor } = context;
  const wanted = studentId ?? actor.user_id ?? '';
  const is_self = wanted === actor.user_id;
  if (!is_self && !(await linkedStudentIds(tx, context)).includes(wanted)) {
    throw new Problem(actor.roles.includes('guardian') ? 'not_found' : 'forbidden');
  }
  if (!is_self && !courseSettings(course).guardians_see_content) throw new Problem('forbidden');
  const [student] = (await queries.listStudents(tx, course.id)).filter(({ id }) => id === wanted);
  if (!student) throw new Problem(actor.roles.includes('student') ? 'not_found' : 'forbidden');
  return { course, student_id: wanted, section_ids: student.section_ids, is_self };
}

export async function loadSeenBy(
  tx: Transaction,
  { course, student_id, section_ids }: Pick<Learner, 'course' | 'student_id' | 'section_ids'>,
): Promise<SeenModule[]> {
  const rows = await queries.listFacts(tx, { course_id: course.id }, [student_id]);
  return loadSeen(tx, course.id, { section_ids, facts: new Map(rows.map((row) => [row.item_id, row])) });
}
