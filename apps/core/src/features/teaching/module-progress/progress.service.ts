import type { ModuleProgress, StudentModules } from '@k12/contracts/teaching/module-progress';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { loadDateLines } from '../assignment-dates/date-lines.service.ts';
import { dueInstants } from '../assignment-dates/due-instants.service.ts';
import { isOpenCourse } from '../courses/course-access.service.ts';
import { isTaughtBy } from '../courses/courses.policy.ts';
import { scopeIn, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { listItems, selectOptionalItem } from '../module-items/module-items-records.service.ts';
import { selectStaffCourse } from '../modules/module-access.service.ts';
import { auditModule } from '../modules/modules.service.ts';
import { listSectionIds, selectOptionalModule } from '../modules/modules-records.service.ts';
import { datesOf } from '../student-work/work-dates.rules.ts';
import { completionOf } from './completion.rules.ts';
import * as queries from './module-progress.queries.ts';
import { selectOpenItem } from './my-modules.service.ts';
import { loadSeen, presentSeen } from './student-outline.service.ts';

/** How far everyone is: only items that are theirs and required count (TCH-24). */
export async function getProgress(context: Context, moduleId: string): Promise<ModuleProgress> {
  return context.readTenant(async (tx) => {
    const module = await selectOptionalModule(tx, moduleId);
    if (!module || module.deleted_at) throw new Problem('not_found');
    const { scope } = await selectTaughtCourse(tx, context, module.course_id, 'modules.read', 'see_grades');
    const sections = narrowed(module.section_ids, scope.section_ids);
    const [items, students] = await Promise.all([
      listItems(tx, { module_ids: [moduleId] }),
      queries.listStudents(tx, module.course_id, sections),
    ]);
    const required = items.filter((item) => item.state === 'published' && item.completion_rule !== 'none');
    const facts = await queries.listFacts(
      tx,
      { module_ids: [moduleId] },
      students.map(({ id }) => id),
    );
    const byPair = new Map(facts.map((row) => [`${row.student_id} ${row.item_id}`, row]));
    return {
      items: required.map((item) => ({ ...item, title: item.shown_title ?? '' })),
      students: students.map((student) => {
        const own = required.flatMap((item) => {
          const row = byPair.get(`${student.id} ${item.id}`);
          return row?.is_theirs ? [[item.id, completionOf(row)] as const] : [];
        });
        return {
          student_id: student.id,
          name: displayName(student),
          required_count: own.length,
          done_count: own.filter(([, { state }]) => state === 'done').length,
          items: Object.fromEntries(own),
        };
      }),
    };
  });
}

function narrowed(own: readonly string[] | null, scope: readonly string[] | null): string[] | null {
  if (!own || own.length === 0) return scope ? [...scope] : null;
  return scope ? own.filter((id) => scope.includes(id)) : [...own];
}

interface CompleteInput {
  student_ids?: string[] | undefined;
  to?: 'done' | 'not_done' | 'rule' | undefined;
}

/** Students mark their own; staff decide for one or many, whatever the rule says (TCH-22). */
export async function completeItem(
  context: Context,
  id: string,
  { student_ids, to = 'done' }: CompleteInput,
) {
  return context.withTenant(async (tx) => {
    if (!student_ids) {
      if (to !== 'done') throw invalid('/to', 'not_allowed', 'Only staff decide this.');
      await markOwn(tx, context, id, true);
      return { changed_count: 1 };
    }
    const item = await selectOptionalItem(tx, id);
    if (!item || item.deleted_at) throw new Problem('not_found');
    const { course, scope } = await selectTaughtCourse(
      tx,
      context,
      item.course_id,
      'modules.write',
      'enter_grades',
    );
    authorize(isOpenCourse(course), 'modules.write');
    const known = new Set(
      (await queries.listStudents(tx, course.id, scope.section_ids)).map((row) => row.id),
    );
    if (!student_ids.every((student) => known.has(student))) {
      throw invalid('/student_ids', 'unknown', 'The course has no such student.');
    }
    const now = context.platform.clock.now().toISOString();
    await queries.putMarks(tx, id, [...new Set(student_ids)], {
      override_state: to === 'rule' ? null : to === 'done' ? 'done' : 'not_started',
      override_by: to === 'rule' ? null : context.actor.user_id,
      override_at: to === 'rule' ? null : now,
    });
    await auditModule(tx, context, 'module.updated', {
      id: item.module_id,
      course,
      changes: { completion: [null, to], students: [null, student_ids.length] },
    });
    return { changed_count: new Set(student_ids).size };
  });
}

export async function uncompleteItem(context: Context, id: string): Promise<void> {
  await context.withTenant((tx) => markOwn(tx, context, id, false));
}

async function markOwn(tx: Transaction, context: Context, id: string, done: boolean): Promise<void> {
  const { learner, item } = await selectOpenItem(tx, context, id, undefined);
  if (item.row.completion_rule !== 'mark_done') throw new Problem('module_item.not_markable');
  const marked_done_at = done ? context.platform.clock.now().toISOString() : null;
  await queries.putMarks(tx, id, [learner.student_id], { marked_done_at });
}

/** As somebody in this section who has done nothing yet; nobody is made and nothing is written (TCH-14). */
export async function getStudentView(
  context: Context,
  courseId: string,
  sectionId: string,
): Promise<StudentModules> {
  return context.readTenant(async (tx) => {
    const course = await selectStaffCourse(tx, context, courseId);
    const scope = await scopeIn(tx, context, course, 'modules.read', 'see_grades');
    const sections = await listSectionIds(tx, courseId);
    if (!sections.some(({ id }) => id === sectionId)) {
      throw invalid('/section_id', 'unknown', 'The course has no such section.');
    }
    const limited = scope?.section_ids && !scope.section_ids.includes(sectionId);
    if (isTaughtBy(course)) authorize(!limited, 'modules.read');
    return presentSeen(context, await loadAsSection(tx, courseId, sectionId));
  });
}

async function loadAsSection(tx: Transaction, courseId: string, sectionId: string) {
  const items = await listItems(tx, { course_id: courseId });
  const assigned = items.flatMap(({ assignment_id, target_state }) =>
    assignment_id && ['published', 'closed'].includes(target_state ?? '') ? [assignment_id] : [],
  );
  const lines = await loadDateLines(tx, assigned);
  const due = await dueInstants(tx, courseId, [...lines.values()].flat());
  const learner = { student_id: '', section_ids: [sectionId], group_ids: [], extra_days: 0, starts_on: null };
  const facts = items.map((item) => {
    const own = item.assignment_id ? lines.get(item.assignment_id) : undefined;
    const dates = own && datesOf(due.linesFor(own, [sectionId]), learner, due.time_zone);
    const hasWork = item.assignment_id !== null;
    const is_theirs = !hasWork || (assigned.includes(item.assignment_id ?? '') && (!own || dates !== null));
    return [
      item.id,
      { ...nothingDone, completion_rule: item.completion_rule, is_theirs, due_at: dates?.due_at ?? null },
    ] as const;
  });
  return loadSeen(tx, courseId, { section_ids: [sectionId], facts: new Map(facts) });
}

const nothingDone = {
  has_passed: false,
  opened_at: null,
  marked_done_at: null,
  override_state: null,
  submission_state: null,
  posted_state: null,
  has_posted_score: false,
};
