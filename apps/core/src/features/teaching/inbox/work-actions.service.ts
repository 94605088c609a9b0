import type { WorkAction, WorkActionResult } from '@k12/contracts/teaching/inbox';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { createExtensions } from '../assignment-dates/extensions.service.ts';
import { listActiveStudents } from '../courses/enrolled-student.service.ts';
import {
  type GradedAssignment,
  selectGradedAssignment,
  studentBehind,
} from '../grading/graded-cell.service.ts';
import { postGrades } from '../posting/posting.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { grantAttemptsToMany, requestRevision } from '../submissions/submission-actions.service.ts';
import * as queries from './inbox.queries.ts';

type Item = WorkAction['items'][number];
type Result = WorkActionResult['results'][number];

/** One assignment after the other; one refusal stops none of the others (TCH-66). */
export async function actOnWork(context: Context, input: WorkAction): Promise<WorkActionResult> {
  requireFacts(input);
  const results: Result[] = [];
  for (const [assignment_id, items] of byAssignment(input.items))
    results.push(...(await actOnAssignment(context, input, assignment_id, items)));
  return { results, done_count: results.filter(({ status }) => status === 'done').length };
}

function requireFacts({ action, entry, note, extra_days, attempts }: WorkAction): void {
  if (action === 'grant_attempts' && !attempts) throw invalid('/attempts', 'required', 'Name how many.');
  if (action === 'extend' && !extra_days) throw invalid('/extra_days', 'required', 'Name the days.');
  if (action === 'score' && entry === undefined) throw invalid('/entry', 'required', 'Name the score.');
  if (action === 'request_revision' && !note) throw invalid('/note', 'required', 'Say what to revise.');
}

function byAssignment(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.assignment_id, [...(groups.get(item.assignment_id) ?? []), item]);
  return groups;
}

async function actOnAssignment(
  context: Context,
  input: WorkAction,
  id: string,
  items: readonly Item[],
): Promise<Result[]> {
  try {
    if (input.action === 'post') return await post(context, id, items);
    if (input.action === 'request_revision') return await revise(context, input, id, items);
    if (input.action === 'grant_attempts') return await grant(context, input, id, items);
    if (input.action === 'remind') return await remind(context, id, items);
    if (input.action === 'extend') return await extend(context, input, id, items);
    return await grade(context, input, id, items);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return items.map((item) => ({ ...item, status: 'refused', code: error.code }));
  }
}

const wishes = {
  score: (input: WorkAction) => ({ entry: input.entry ?? '' }),
  excuse: () => ({ state: 'excused' as const }),
  mark_missing: () => ({ status_override: 'missing' as const }),
};

async function grade(
  context: Context,
  input: WorkAction,
  id: string,
  items: readonly Item[],
): Promise<Result[]> {
  const wish = wishes[input.action as keyof typeof wishes]?.(input);
  if (!wish) throw new Problem('request.invalid');
  return context.withTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    const students = await resolve(tx, context, graded, items);
    const { results } = await writeGrades(tx, context, {
      course: graded.course,
      source: 'typed',
      section_ids: graded.scope.section_ids,
      // One act with one revert (TCH-99).
      change_set: {
        action: input.action === 'score' ? 'fill' : input.action,
        summary: { assignment_id: id },
      },
      cells: students.map(({ student_id }) => ({
        assignment_id: id,
        student_id,
        grade_version: null,
        ...wish,
      })),
    });
    return students.map(({ item }, at) => {
      const result = results[at];
      const isSaved = result?.status === 'saved';
      return { ...item, status: isSaved ? 'done' : 'refused', code: isSaved ? null : (result?.code ?? null) };
    });
  });
}

async function post(context: Context, id: string, items: readonly Item[]): Promise<Result[]> {
  await postGrades(context, id, {
    target: 'selection',
    student_ids: items.map(({ student_id }) => student_id),
  });
  return items.map((item) => ({ ...item, status: 'done', code: null }));
}

/** More time by the one who keeps the dates; each student with a result of their own (TCH-34). */
async function extend(
  context: Context,
  input: WorkAction,
  id: string,
  items: readonly Item[],
): Promise<Result[]> {
  const { course_id, students } = await context.readTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    return { course_id: graded.course.id, students: await resolve(tx, context, graded, items) };
  });
  const { data } = await createExtensions(context, course_id, {
    assignment_ids: [id],
    student_ids: students.map(({ student_id }) => student_id),
    extra_days: input.extra_days,
  });
  const resultOf = new Map(data.map((result) => [result.student_id, result]));
  return students.map(({ item, student_id }) => {
    const result = resultOf.get(student_id);
    return { ...item, status: result?.status ?? 'refused', code: result?.code ?? null };
  });
}

/** Whoever works in a group brings it to the whole group, once (TCH-56). */
async function grant(
  context: Context,
  { attempts = 1 }: WorkAction,
  id: string,
  items: readonly Item[],
): Promise<Result[]> {
  const students = await context.readTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    return resolve(tx, context, graded, items);
  });
  const student_ids = students.map(({ student_id }) => student_id);
  await grantAttemptsToMany(context, id, { student_ids, count: attempts });
  return items.map((item) => ({ ...item, status: 'done', code: null }));
}

async function revise(
  context: Context,
  input: WorkAction,
  id: string,
  items: readonly Item[],
): Promise<Result[]> {
  const found = await context.readTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'enter_grades');
    const students = await resolve(tx, context, graded, items);
    const work = await queries.listWork(
      tx,
      students.map(({ student_id }) => ({ assignment_id: id, student_id })),
    );
    const submissionOf = new Map(work.map((row) => [row.student_id, row.submission_id]));
    return students.map(({ item, student_id }) => ({
      item,
      submission_id: submissionOf.get(student_id) ?? null,
    }));
  });
  const results: Result[] = [];
  for (const { item, submission_id } of found) {
    const code = submission_id ? await reviseOne(context, submission_id, input) : 'nothing_submitted';
    results.push({ ...item, status: code ? 'refused' : 'done', code });
  }
  return results;
}

async function reviseOne(context: Context, submissionId: string, input: WorkAction): Promise<string | null> {
  try {
    await requestRevision(context, submissionId, { note: input.note ?? '', due_at: input.due_at ?? null });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

/** That there is still something to hand in; no words of the teacher go where others may read them. */
async function remind(context: Context, id: string, items: readonly Item[]): Promise<Result[]> {
  return context.withTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id, 'submissions.grade', 'comment');
    const students = await resolve(tx, context, graded, items);
    const { assignment } = graded;
    await notify(tx, context, {
      user_ids: await listActiveStudents(
        tx,
        assignment.course_id,
        students.map(({ student_id }) => student_id),
      ),
      kind: 'assignment.reminder',
      subject: { type: 'assignment', id },
      details: { title: assignment.title },
      link: `/learn/courses/${assignment.course_id}/assignments/${id}`,
    });
    return items.map((item) => ({ ...item, status: 'done', code: null }));
  });
}

/** Who stands behind the ids named, and only those the caller may grade. */
async function resolve(
  tx: Parameters<typeof studentBehind>[0],
  context: Context,
  graded: GradedAssignment,
  items: readonly Item[],
) {
  const students: { item: Item; student_id: string }[] = [];
  for (const item of items)
    students.push({ item, student_id: await studentBehind(tx, context, graded, item.student_id) });
  const allowed = await queries.listAllowedStudents(tx, graded.assignment.id, graded.scope.section_ids);
  if (students.some(({ student_id }) => !allowed.has(student_id))) throw new Problem('not_found');
  return students;
}
