import type { Annotation, AnnotationCreate, AnnotationUpdate } from '@k12/contracts/teaching/annotations';
import { newId, type Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { ownUserId, selectGradedAssignment, selectGradedCell } from '../grading/graded-cell.service.ts';
import { listAttempts, selectGradedCell as selectCellRow } from '../grading/grading-records.service.ts';
import { filesOf } from '../grading/present-attempt.rules.ts';
import * as queries from './annotations.queries.ts';

const right = 'submissions.grade';

/** For the grading view, which has found out who may. */
export async function annotationsOf(
  tx: Transaction,
  context: Context,
  { assignment_id, student_id }: { assignment_id: string; student_id: string },
): Promise<Annotation[]> {
  const rows = await queries.listAnnotations(tx, assignment_id, student_id);
  return rows.map((row) => present(context, row));
}

export async function createAnnotation(
  context: Context,
  params: { id: string; student_id: string },
  input: AnnotationCreate,
): Promise<Annotation> {
  const author_id = ownUserId(context);
  return context.withTenant(async (tx) => {
    const { cell, assignment } = await selectGradedCell(tx, context, params, right, 'comment');
    const attempts = await listAttempts(tx, cell.submission_id);
    const attempt = attempts.find(({ number }) => number === input.attempt);
    if (!attempt) throw invalid('/attempt', 'not_found', 'There is no such attempt.');
    const file_id = input.file_id ?? null;
    if (file_id && !filesOf(attempt).some((file) => file.file_id === file_id))
      throw invalid('/file_id', 'not_found', 'The attempt has no such file.');
    const id = newId();
    await queries.createAnnotation(tx, {
      id,
      course_id: assignment.course_id,
      assignment_id: cell.assignment_id,
      student_id: cell.student_id,
      attempt: input.attempt,
      file_id,
      page: input.page ?? 1,
      kind: input.kind,
      place: input.place,
      body: input.body ?? '',
      author_id,
      // Goes out with the grade; what is added after that is added in front of the student.
      posted_at: cell.posted_at === null ? null : context.platform.clock.now().toISOString(),
      created_at: context.platform.clock.now().toISOString(),
    });
    return presentOne(tx, context, id);
  });
}

export async function updateAnnotation(
  context: Context,
  id: string,
  input: AnnotationUpdate,
): Promise<Annotation> {
  return context.withTenant(async (tx) => {
    await selectOwn(tx, context, id);
    const { body, place } = input;
    const changes = {
      ...(body === undefined ? {} : { body }),
      ...(place === undefined ? {} : { place: JSON.stringify(place) }),
      updated_at: context.platform.clock.now().toISOString(),
    };
    if (!(await queries.updateAnnotation(tx, id, input.lock_version, changes)))
      throw new Problem('version_conflict', { current: await presentOne(tx, context, id) });
    return presentOne(tx, context, id);
  });
}

export async function deleteAnnotation(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    await selectOwn(tx, context, id);
    await queries.deleteAnnotation(tx, id);
  });
}

async function selectOwn(tx: Transaction, context: Context, id: string): Promise<queries.AnnotationRow> {
  const mark = await queries.selectOptionalAnnotation(tx, id);
  if (!mark) throw new Problem('not_found');
  const { scope } = await selectGradedAssignment(tx, context, mark.assignment_id, right, 'comment');
  await selectCellRow(tx, mark.assignment_id, mark.student_id, scope.section_ids);
  authorize(mark.author_id === context.actor.user_id, right);
  return mark;
}

async function presentOne(tx: Transaction, context: Context, id: string): Promise<Annotation> {
  const row = await queries.selectOptionalAnnotation(tx, id);
  if (!row) throw new Problem('not_found');
  return present(context, row);
}

function present(context: Context, row: queries.AnnotationRow): Annotation {
  const isOwn = row.author_id === context.actor.user_id;
  return {
    id: row.id,
    attempt: row.attempt,
    file_id: row.file_id,
    page: row.page,
    kind: row.kind,
    place: row.place as unknown as Annotation['place'],
    body: row.body,
    author: { id: row.author_id, name: displayName(row) },
    created_at: row.created_at,
    lock_version: row.lock_version,
    can: { update: isOwn, delete: isOwn },
  };
}
