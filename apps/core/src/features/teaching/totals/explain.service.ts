import type { ExplainQuery, TotalExplanation } from '@k12/contracts/teaching/totals';
import type { Transaction } from '@k12/db';
import { explainTotal } from '@k12/grading/explain';
import { labelOf } from '@k12/grading/scheme';
import type { Explanation } from '@k12/grading/types';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { type CourseRow, selectReadableCourse } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { selectOptionalStudent } from '../courses/enrolled-student.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canOpenGradebook } from '../gradebook/gradebook.policy.ts';
import { type CourseRulesFound, loadCourseRules } from './course-rules.service.ts';
import * as queries from './totals.queries.ts';
import { studentCells } from './totals.service.ts';

/** The arithmetic of a total: staff see all of it, students and guardians what is posted of their own (TCH-118). */
export async function explain(
  context: Context,
  id: string,
  studentId: string,
  query: ExplainQuery,
): Promise<TotalExplanation> {
  return context.readTenant(async (tx) => {
    const course = await selectReadableCourse(tx, context, id, 'gradebook.read');
    const isStaff = canOpenGradebook(context.actor, course);
    const person = isStaff
      ? await selectStudentForStaff(tx, context, course, studentId)
      : await selectOwnStudent(tx, context, course, studentId);
    const settings = courseSettings(course);
    const view = isStaff ? (query.view ?? 'staff') : 'posted';
    const kind = isStaff ? (query.kind ?? settings.total_shown) : settings.total_shown;
    const found = await loadCourseRules(tx, context, course);
    const cells = await studentCells(tx, id, studentId, found);
    const period_id = query.grading_period_id ?? null;
    const explanation = explainTotal(found.prepared, cells, { view, period_id }, kind);
    const kept = (await queries.listTotalsOf(tx, id, [studentId])).find(
      ({ grading_period_id }) => grading_period_id === period_id,
    );
    return present(found, explanation, { course_id: id, person, view, kept, isStaff });
  });
}

/** A member of staff with a limited scope sees the students of their sections alone (TCH-12). */
async function selectStudentForStaff(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  studentId: string,
) {
  const { scope } = await selectTaughtCourse(tx, context, course.id, 'gradebook.read', 'see_grades');
  const person = await selectOptionalStudent(tx, course.id, studentId, scope.section_ids);
  if (!person) throw new Problem('not_found');
  return person;
}

async function selectOwnStudent(tx: Transaction, context: Context, course: CourseRow, studentId: string) {
  const own =
    context.actor.user_id === studentId || (await linkedStudentIds(tx, context)).includes(studentId);
  const person = own ? await selectOptionalStudent(tx, course.id, studentId, null) : undefined;
  if (!person) throw new Problem('not_found');
  authorize(courseSettings(course).totals_for_students === 'yes', 'gradebook.read');
  return person;
}

interface Surroundings {
  course_id: string;
  person: { id: string; given_name: string; family_name: string; preferred_name: string | null };
  view: 'staff' | 'posted';
  kept: Awaited<ReturnType<typeof queries.listTotalsOf>>[number] | undefined;
  isStaff: boolean;
}

const noScore = { entered_score: null, deduction: null, score: null, percent_otherwise: null };

function present(
  found: CourseRulesFound,
  explanation: Explanation,
  { course_id, person, view, kept, isStaff }: Surroundings,
): TotalExplanation {
  const { period_id, categories, ...rest } = explanation;
  const nameOf = new Map(found.categories.map(({ id, name }) => [id, name]));
  const secret = new Set(found.columns.flatMap(({ id, is_anonymous }) => (is_anonymous ? [id] : [])));
  const titleOf = new Map(found.columns.map(({ id, title }) => [id, title]));
  const isOverridden = kept && (kept.override_percent !== null || kept.override_label !== null);
  return {
    ...rest,
    course_id,
    student_id: person.id,
    student_name: displayName(person),
    view,
    grading_period_id: period_id,
    label: labelOf(found.scheme, explanation.percent),
    categories: categories.map(({ cells, ...category }) => ({
      ...category,
      name: nameOf.get(category.category_id ?? '') ?? null,
      cells: cells
        // What was given to others alone is not there for this student (TCH-31).
        .filter(({ reason }) => isStaff || reason !== 'not_assigned')
        .map((cell) => ({
          ...cell,
          // In the whole course nobody on its staff is to read a name and an anonymous score together (TCH-78).
          ...(isStaff && secret.has(cell.assignment_id) && noScore),
          title: titleOf.get(cell.assignment_id) ?? '',
        })),
    })),
    override: isOverridden
      ? {
          percent: kept.override_percent,
          label: kept.override_label,
          reason: isStaff ? kept.override_reason : null,
        }
      : null,
  };
}
