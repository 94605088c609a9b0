import type { AssignmentDate, DueRule } from '@k12/contracts/teaching/assignment-date-records';
import type { DuePreview } from '@k12/contracts/teaching/assignment-dates';
import type { Transaction } from '@k12/db';
import { instantOf } from '@k12/grading/local-time';
import { addDays, daysBetween, startOfWeek } from '@k12/plan-content/days';
import type { Context } from '../../../platform/context.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import { dueInstants } from './due-instants.service.ts';
import * as queries from './due-preview.queries.ts';

interface Asked {
  on: string;
  rule?: DueRule['kind'] | undefined;
  assignment_id?: string | undefined;
}

/** Counts of the caller's own students; what the work is, and whose, is not told (TCH-171, TCH-188). */
export async function previewDue(context: Context, courseId: string, asked: Asked): Promise<DuePreview> {
  return context.readTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(
      tx,
      context,
      courseId,
      'assignments.write',
      'edit_content',
    );
    const { section_ids } = scope;
    const { dates, time_zone } = await schoolYear(tx, course.school_id, course.academic_year_id);
    const schoolDays = new Set(dates.map(({ day }) => day));
    const week = weekOf(asked.on);
    const load = await queries.listLoad(tx, {
      ...{ course_id: courseId, section_ids, without: asked.assignment_id ?? null, time_zone },
      from: instantOf(time_zone, week[0] ?? asked.on, '00:00'),
      to: instantOf(time_zone, addDays(week[0] ?? asked.on, 7), '00:00'),
    });
    const loadOf = new Map(load.map((one) => [one.on, one]));
    return {
      time_zone,
      sections: asked.rule
        ? await sectionsDue(tx, courseId, section_ids, { kind: asked.rule, on: asked.on })
        : [],
      students_count: await queries.countLearners(tx, courseId, section_ids),
      days: week.map((on) => ({
        on,
        is_school_day: schoolDays.has(on),
        busy_students: loadOf.get(on)?.busy_students ?? 0,
        test_students: loadOf.get(on)?.test_students ?? 0,
      })),
    };
  });
}

async function sectionsDue(
  tx: Transaction,
  courseId: string,
  scope: readonly string[] | null,
  due_rule: DueRule,
): Promise<DuePreview['sections']> {
  const line: AssignmentDate = {
    ...{ target: 'everyone', target_id: null, target_name: null, is_assigned: true, due_rule },
    ...{ available_from_at: null, due_at: null, available_until_at: null },
  };
  const due = await dueInstants(tx, courseId, [line]);
  const sections = await queries.listSections(tx, courseId);
  return sections
    .filter(({ id }) => scope === null || scope.includes(id))
    .map(({ id, name }) => ({
      section_id: id,
      name,
      due_at: due.linesFor([line], [id])[0]?.due_at ?? null,
    }));
}

/** Monday to Sunday around a day. */
function weekOf(on: string): string[] {
  const monday = startOfWeek(on);
  return daysBetween(monday, addDays(monday, 6));
}
