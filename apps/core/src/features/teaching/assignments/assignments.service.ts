import type {
  Assignment,
  AssignmentCreate,
  AssignmentQuery,
  AssignmentUpdate,
  AssignmentUsage,
} from '@k12/contracts/teaching/assignments';
import { newId, type Transaction } from '@k12/db';
import { cleanRichText } from '@k12/plan-content/rich-text';
import { changesBetween } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { isReadablePlan } from '../../planning/plans/plans.access.service.ts';
import { storeNewDates } from '../assignment-dates/store-dates.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { isReachableRubric } from '../rubrics/rubrics.service.ts';
import {
  selectAssignmentForChange,
  selectCourseForChange,
  selectTaughtAssignment,
} from './assignment-access.service.ts';
import { auditAssignment } from './assignment-log.service.ts';
import * as queries from './assignments.queries.ts';
import { followChange, requireAllowedChange } from './grade-consequences.service.ts';
import { presentAssignment, presentAssignments } from './present-assignment.service.ts';

export async function listAssignments(context: Context, courseId: string, query: AssignmentQuery) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const place = await selectTaughtCourse(tx, context, courseId, 'assignments.read', 'see_grades');
    const rows = await queries.listAssignments(tx, courseId, query, after);
    const shown = await presentAssignments(tx, context, place, rows);
    const byId = new Map(shown.map((assignment) => [assignment.id, assignment]));
    return pageOf(
      rows,
      query.limit,
      (row) => byId.get(row.id) as Assignment,
      (row) => [row.position, row.id],
    );
  });
}

export async function getAssignment(context: Context, id: string): Promise<Assignment> {
  return context.readTenant(async (tx) => {
    const { course, scope } = await selectTaughtAssignment(tx, context, id, 'assignments.read', 'see_grades');
    return presentAssignment(tx, context, id, { course, scope });
  });
}

export async function createAssignment(
  context: Context,
  courseId: string,
  input: AssignmentCreate,
): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const place = await selectCourseForChange(tx, context, courseId);
    const { dates, ...given } = input;
    const id = newId();
    await requireReferences(tx, context, place.course, given);
    await queries.createAssignment(tx, {
      ...cleaned(given),
      id,
      course_id: courseId,
      title: given.title,
      created_by: context.actor.user_id,
      created_at: context.platform.clock.now().toISOString(),
    });
    if (dates) await storeNewDates(tx, context, place.course, id, dates);
    await auditAssignment(tx, context, 'assignment.created', { id, course: place.course });
    await publishEvent(tx, context, 'assignment.created', { assignment_id: id, course_id: courseId });
    return presentAssignment(tx, context, id, place);
  });
}

export async function updateAssignment(
  context: Context,
  id: string,
  input: AssignmentUpdate,
): Promise<Assignment> {
  const { lock_version, scores, ...changes } = input;
  return context.withTenant(async (tx) => {
    const { assignment: before, ...place } = await selectAssignmentForChange(tx, context, id);
    await requireReferences(tx, context, place.course, onlyNew(before, changes));
    await requireAllowedChange(tx, context, { assignment: before, ...place }, changes, scores);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateAssignment(tx, id, lock_version, { ...cleaned(changes), updated_at }))) {
      throw new Problem('version_conflict', { current: await presentAssignment(tx, context, id, place) });
    }
    await followChange(tx, context, { before, course: place.course, changes, scores });
    await auditAssignment(tx, context, 'assignment.updated', {
      id,
      course: place.course,
      changes: changesBetween<object>(before, changes),
    });
    return presentAssignment(tx, context, id, place);
  });
}

export async function getUsage(context: Context, id: string): Promise<AssignmentUsage> {
  return context.readTenant(async (tx) => {
    await selectTaughtAssignment(tx, context, id, 'assignments.write', 'edit_content');
    return queries.selectUsage(tx, id);
  });
}

/** Instructions hold what rich text may hold; posting at a time needs the time. */
function cleaned<T extends Partial<AssignmentUpdate>>(given: T) {
  const { instructions } = given;
  return {
    ...given,
    ...(instructions && { instructions: cleanRichText(instructions) }),
  } as queries.AssignmentFields;
}

/** What a colleague tied to it stays, also where oneself could not have. */
function onlyNew(before: object, changes: Partial<AssignmentUpdate>): Partial<AssignmentUpdate> {
  const tied = ['rubric_id', 'unit_plan_id', 'lesson_plan_id'];
  const isNew = ([field, value]: [string, unknown]) =>
    !tied.includes(field) || value !== before[field as keyof typeof before];
  return Object.fromEntries(Object.entries(changes).filter(isNew));
}

async function requireReferences(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  given: Partial<AssignmentUpdate>,
): Promise<void> {
  const unknown = await queries.listUnknownReferences(tx, course, given);
  if (given.rubric_id && !(await isReachableRubric(tx, context, given.rubric_id))) unknown.push('rubric_id');
  for (const [field, kind] of [
    ['unit_plan_id', 'unit'],
    ['lesson_plan_id', 'lesson'],
  ] as const) {
    const id = given[field];
    if (id && !(await isReadablePlan(tx, context.actor, id, kind))) unknown.push(field);
  }
  const errors = unknown.map((field) => ({
    pointer: `/${field}`,
    code: 'unknown',
    detail: 'There is nothing like this in the course.',
  }));
  if (given.posting_policy === 'scheduled' && !given.post_at) {
    errors.push({ pointer: '/post_at', code: 'required', detail: 'Say when grades are posted.' });
  }
  if (given.late_policy === 'own' && !given.own_late_policy) {
    errors.push({ pointer: '/own_late_policy', code: 'required', detail: 'Say what late work costs.' });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}
