import type { StudentNote } from '@k12/contracts/teaching/student-panel';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { isOpenCourse } from '../courses/courses.policy.ts';
import { selectStudent } from '../courses/enrolled-student.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import * as queries from './student-panel.queries.ts';

interface Place {
  id: string;
  student_id: string;
}

/** The course and the student, for who may write of them: staff who may comment, of their sections (TCH-12, TCH-13). */
async function selectNotedStudent(tx: Transaction, context: Context, { id, student_id }: Place) {
  const { course, scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'comment');
  await selectStudent(tx, course.id, student_id, scope.section_ids);
  return course;
}

export async function createNote(context: Context, place: Place, body: string): Promise<StudentNote> {
  return context.withTenant(async (tx) => {
    const course = await selectNotedStudent(tx, context, place);
    authorize(isOpenCourse(course), 'gradebook.read');
    const id = newId();
    const author_id = context.actor.user_id ?? '';
    const created_at = context.platform.clock.now().toISOString();
    const { student_id } = place;
    await queries.createNote(tx, { id, course_id: course.id, student_id, author_id, body, created_at });
    await audit(tx, context, 'student_note.created', id, course);
    return presentNote(context, await selectNote(tx, id));
  });
}

export async function updateNote(
  context: Context,
  id: string,
  { body, lock_version }: { body: string; lock_version: number },
): Promise<StudentNote> {
  return context.withTenant(async (tx) => {
    const { note, course } = await selectForChange(tx, context, id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateNote(tx, id, lock_version, { body, updated_at })))
      throw new Problem('version_conflict', { current: presentNote(context, note) });
    await audit(tx, context, 'student_note.updated', id, course);
    return presentNote(context, await selectNote(tx, id));
  });
}

export async function deleteNote(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { note, course } = await selectForChange(tx, context, id);
    const at = context.platform.clock.now().toISOString();
    await queries.updateNote(tx, id, note.lock_version, { deleted_at: at, updated_at: at });
    await audit(tx, context, 'student_note.deleted', id, course);
  });
}

async function selectForChange(tx: Transaction, context: Context, id: string) {
  const note = await queries.selectOptionalNote(tx, id);
  if (!note) throw new Problem('not_found');
  const place = { id: note.course_id, student_id: note.student_id };
  const course = await selectNotedStudent(tx, context, place).catch(hideFromFamily);
  authorize(note.author_id === context.actor.user_id && isOpenCourse(course), 'gradebook.read');
  return { note, course };
}

/** That there is a note at all is nothing for a student or guardian to learn. */
function hideFromFamily(problem: unknown): never {
  throw problem instanceof Problem && problem.code === 'forbidden' ? new Problem('not_found') : problem;
}

async function selectNote(tx: Transaction, id: string) {
  const note = await queries.selectOptionalNote(tx, id);
  if (!note) throw new Problem('not_found');
  return note;
}

/** The words stay out of the log: it is read by more people than the note is. */
function audit(
  tx: Transaction,
  context: Context,
  action: string,
  id: string,
  { school_id }: { school_id: string },
) {
  return recordAudit(tx, context, { action, target_type: 'student_note', target_id: id, school_id });
}

export function presentNote(context: Context, note: queries.NoteRow): StudentNote {
  const { id, body, created_at, updated_at, lock_version } = note;
  const isOwn = note.author_id === context.actor.user_id;
  return {
    ...{ id, body, created_at, updated_at, lock_version },
    author: { id: note.author_id, name: displayName(note) },
    can: { update: isOwn, delete: isOwn },
  };
}
