import type { CourseHome } from '@k12/contracts/teaching/course-home';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { scopeIn } from '../courses/teaching-scope.service.ts';
import { listItems } from '../module-items/module-items-records.service.ts';
import { completionOf } from '../module-progress/completion.rules.ts';
import { listFacts, listStudents } from '../module-progress/module-progress-records.service.ts';
import { mayFill, selectStaffCourse } from '../modules/module-access.service.ts';
import { listModules } from '../modules/modules-records.service.ts';
import * as queries from './course-home.queries.ts';

/** Pairs of student and item beyond which progress is looked at in the module itself. */
const mostPairs = 12_000;

export async function getCourseHome(context: Context, courseId: string): Promise<CourseHome> {
  return context.readTenant(async (tx) => {
    const course = await selectStaffCourse(tx, context, courseId);
    const scope = await scopeIn(tx, context, course, 'assignments.read', 'see_grades');
    const sections = scope ? scope.section_ids : [];
    const now = context.platform.clock.now().toISOString();
    const [terms, modules, write, work] = await Promise.all([
      queries.listTermNames(tx, courseId),
      moduleProgress(tx, courseId, sections),
      mayFill(tx, context, course),
      loadWork(tx, courseId, sections, now),
    ]);
    return { terms, modules, ...work, can: { write } };
  });
}

async function moduleProgress(tx: Transaction, courseId: string, sections: readonly string[] | null) {
  const [modules, items, students] = await Promise.all([
    listModules(tx, courseId),
    listItems(tx, { course_id: courseId }),
    listStudents(tx, courseId, sections),
  ]);
  const required = items.filter((item) => item.state === 'published' && item.completion_rule !== 'none');
  const countable = required.length > 0 && required.length * students.length <= mostPairs;
  const facts = countable
    ? await listFacts(
        tx,
        { item_ids: required.map(({ id }) => id) },
        students.map(({ id }) => id),
      )
    : [];
  const moduleOf = new Map(required.map(({ id, module_id }) => [id, module_id]));
  return modules.map(({ id, title, state }) => {
    const own = facts.filter((row) => row.is_theirs && moduleOf.get(row.item_id) === id);
    const done = own.filter((row) => completionOf(row).state === 'done').length;
    return {
      ...{ id, title, state },
      items_count: items.filter(({ module_id }) => module_id === id).length,
      done_percent: own.length > 0 ? Math.round((100 * done) / own.length) : null,
    };
  });
}

async function loadWork(tx: Transaction, courseId: string, sections: readonly string[] | null, now: string) {
  if (sections?.length === 0) return { due_next: [], to_grade: { count: 0, oldest_at: null }, activity: [] };
  const [due, toGrade, handedIn] = await Promise.all([
    queries.listDueNext(tx, courseId, sections, now),
    queries.selectToGrade(tx, courseId, sections),
    queries.listHandedIn(tx, courseId, sections),
  ]);
  return {
    due_next: due.map((row) => ({
      ...row,
      due_at: row.due_at ?? now,
      assigned_count: Number(row.assigned_count),
      submitted_count: Number(row.submitted_count),
    })),
    to_grade: { count: Number(toGrade.count), oldest_at: toGrade.oldest_at },
    activity: handedIn.map((row) => {
      // Who handed in what is not to be known while it is graded without names.
      const isHidden = row.is_anonymous && row.anonymity_lifted_at === null;
      return {
        assignment_id: row.assignment_id,
        title: row.title,
        student_id: isHidden ? null : row.student_id,
        student_name: isHidden ? null : displayName(row),
        submitted_at: row.submitted_at ?? now,
      };
    }),
  };
}
