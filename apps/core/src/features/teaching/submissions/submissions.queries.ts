import type { Transaction } from '@k12/db';

const name = ['given_name', 'family_name', 'preferred_name'] as const;

/** What one student has to do on one assignment, as far as it is published and theirs (TCH-20, TCH-31). */
export function selectOptionalWork(tx: Transaction, assignmentId: string, studentId: string) {
  return workRows(tx)
    .where('work.assignment_id', '=', assignmentId)
    .where('work.student_id', '=', studentId)
    .executeTakeFirst();
}

function workRows(tx: Transaction) {
  return tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .innerJoin('courses as course', 'course.id', 'work.course_id')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .innerJoin('users as student', 'student.id', 'work.student_id')
    .select([
      'student.given_name',
      'student.family_name',
      'student.preferred_name',
      'work.assignment_id',
      'work.student_id',
      'work.course_id',
      'work.available_from_at',
      'work.due_at',
      'work.available_until_at',
      'work.submission_state',
      'work.submission_id',
      'work.posted_at',
      'assignment.title',
      'assignment.state as assignment_state',
      'assignment.submission_types',
      'assignment.allowed_file_types',
      'assignment.max_files',
      'assignment.attempts_allowed',
      'assignment.group_set_id',
      'assignment.is_anonymous',
      'assignment.anonymity_lifted_at',
      'course.name as course_name',
      'course.state as course_state',
      'course.school_id',
      'course.academic_year_id',
      'course.settings',
      'school.time_zone',
    ])
    .where('work.is_assigned', '=', true)
    .where('assignment.state', 'in', ['published', 'closed']);
}

export type WorkRow = NonNullable<Awaited<ReturnType<typeof selectOptionalWork>>>;

/** The group a student is in now; who left sees nothing of it any more (TCH-64). */
export function selectOptionalGroup(tx: Transaction, groupSetId: string, studentId: string) {
  return tx
    .selectFrom('group_members as member')
    .innerJoin('student_groups as team', 'team.id', 'member.group_id')
    .select(['team.id', 'team.name'])
    .where('member.group_set_id', '=', groupSetId)
    .where('member.student_id', '=', studentId)
    .where('member.left_at', 'is', null)
    .where('team.deleted_at', 'is', null)
    .executeTakeFirst();
}

export function listGroupMembers(tx: Transaction, groupId: string) {
  return tx
    .selectFrom('group_members as member')
    .innerJoin('users as person', 'person.id', 'member.student_id')
    .select(['person.id', 'person.given_name', 'person.family_name', 'person.preferred_name'])
    .where('member.group_id', '=', groupId)
    .where('member.left_at', 'is', null)
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .execute();
}

/** Either the student or the group that hands in. */
export interface SubmissionOwner {
  student_id: string | null;
  group_id: string | null;
}

export function selectOptionalSubmission(tx: Transaction, assignmentId: string, owner: SubmissionOwner) {
  return tx
    .selectFrom('submissions as submission')
    .leftJoin('users as editor', 'editor.id', 'submission.draft_edited_by')
    .selectAll('submission')
    .select(name.map((field) => `editor.${field}` as const))
    .where('submission.assignment_id', '=', assignmentId)
    .where('submission.student_id', owner.student_id ? '=' : 'is', owner.student_id)
    .where('submission.group_id', owner.group_id ? '=' : 'is', owner.group_id)
    .executeTakeFirst();
}

export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof selectOptionalSubmission>>>;

/** Made when it is not there yet; until the transaction ends nobody else writes it. */
export async function lockSubmission(
  tx: Transaction,
  place: { id: string; course_id: string; assignment_id: string; created_at: string },
  owner: SubmissionOwner,
): Promise<SubmissionRow> {
  await tx
    .insertInto('submissions')
    .values({ ...place, ...owner, updated_at: place.created_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .selectFrom('submissions')
    .select('id')
    .where('assignment_id', '=', place.assignment_id)
    .where('student_id', owner.student_id ? '=' : 'is', owner.student_id)
    .where('group_id', owner.group_id ? '=' : 'is', owner.group_id)
    .forUpdate()
    .execute();
  const submission = await selectOptionalSubmission(tx, place.assignment_id, owner);
  if (!submission) throw new Error('A submission that was just made is not there');
  return submission;
}

export interface DraftRow {
  draft: object | null;
  draft_version: number;
  draft_edited_by: string;
  draft_edited_at: string;
}

export async function updateDraft(
  tx: Transaction,
  id: string,
  { draft, ...fields }: DraftRow,
): Promise<void> {
  await tx
    .updateTable('submissions')
    .set({ ...fields, draft: draft && JSON.stringify(draft), updated_at: fields.draft_edited_at })
    .where('id', '=', id)
    .execute();
}

/** Oldest first, the withdrawn ones among them (TCH-57). */
export function listAttempts(tx: Transaction, submissionId: string) {
  return tx
    .selectFrom('submission_attempts as attempt')
    .innerJoin('users as submitter', 'submitter.id', 'attempt.submitted_by')
    .selectAll('attempt')
    .select(name.map((field) => `submitter.${field}` as const))
    .where('attempt.submission_id', '=', submissionId)
    .orderBy('attempt.number')
    .execute();
}

export type AttemptRow = Awaited<ReturnType<typeof listAttempts>>[number];

export interface NewAttempt {
  id: string;
  submission_id: string;
  number: number;
  official_at: string;
  received_at: string;
  device_at: string | null;
  on_time_because: 'upload_began' | 'chosen_by_staff' | null;
  body: object | null;
  links: readonly string[];
  files: readonly object[];
  submitted_by: string;
  on_behalf_reason: string | null;
  receipt_code: string;
  request_key: string | null;
  word_count: number;
}

export async function createAttempt(tx: Transaction, attempt: NewAttempt): Promise<void> {
  await tx
    .insertInto('submission_attempts')
    .values({
      ...attempt,
      body: attempt.body && JSON.stringify(attempt.body),
      links: JSON.stringify(attempt.links),
      files: JSON.stringify(attempt.files),
    })
    .execute();
}

/** After handing in the draft is empty, and what the teacher had asked for has come. */
export async function updateHandedIn(
  tx: Transaction,
  id: string,
  fields: { attempts_count: number; draft_version: number; updated_at: string },
): Promise<void> {
  const answered = {
    revision_note: null,
    revision_asked_by: null,
    revision_asked_at: null,
    revision_due_at: null,
  };
  await tx
    .updateTable('submissions')
    .set({ ...fields, ...answered, draft: null, draft_edited_by: null, draft_edited_at: null })
    .where('id', '=', id)
    .execute();
}

export async function updateWithdrawn(
  tx: Transaction,
  attemptId: string,
  withdrawn_at: string,
): Promise<void> {
  await tx.updateTable('submission_attempts').set({ withdrawn_at }).where('id', '=', attemptId).execute();
}

export async function updateAttemptsCount(
  tx: Transaction,
  id: string,
  fields: { attempts_count: number; updated_at: string },
): Promise<void> {
  await tx.updateTable('submissions').set(fields).where('id', '=', id).execute();
}

/** With when each began to arrive: an upload in parts when it was started, a whole one when it was kept (TCH-52). */
export function listFiles(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('files as file')
    .leftJoin('work_uploads as upload', 'upload.file_id', 'file.id')
    .select([
      'file.id',
      'file.name',
      'file.size_bytes',
      'file.content_type',
      'file.sha256',
      'file.uploaded_by',
      'file.purpose',
    ])
    .select((eb) => eb.fn.coalesce('upload.began_at', 'file.created_at').as('began_at'))
    .where('file.id', 'in', ids)
    .execute();
}

export type FileRow = Awaited<ReturnType<typeof listFiles>>[number];

export function selectOptionalSubmissionById(tx: Transaction, id: string) {
  return tx.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();
}

export function selectOptionalAttemptByCode(tx: Transaction, code: string) {
  return tx
    .selectFrom('submission_attempts')
    .select(['id', 'submission_id'])
    .where('receipt_code', '=', code)
    .executeTakeFirst();
}

/** Of these students, those whose work on the assignment lies in one of the sections; all where none are named. */
export async function listStudentsInScope(
  tx: Transaction,
  assignmentId: string,
  studentIds: readonly string[],
  sectionIds: readonly string[] | null,
): Promise<string[]> {
  if (studentIds.length === 0) return [];
  let rows = tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where('student_id', 'in', studentIds)
    .where('is_assigned', '=', true);
  if (sectionIds) rows = rows.where('section_id', 'in', sectionIds);
  return (await rows.execute()).map(({ student_id }) => student_id);
}

export async function addAttempts(
  tx: Transaction,
  id: string,
  count: number,
  updated_at: string,
): Promise<void> {
  await tx
    .updateTable('submissions')
    .set((eb) => ({ extra_attempts: eb('extra_attempts', '+', count), updated_at }))
    .where('id', '=', id)
    .execute();
}

export interface AskedRevision {
  revision_note: string;
  revision_asked_by: string;
  revision_asked_at: string;
  revision_due_at: string | null;
}

export async function updateRevision(tx: Transaction, id: string, asked: AskedRevision): Promise<void> {
  await tx
    .updateTable('submissions')
    .set({ ...asked, updated_at: asked.revision_asked_at })
    .where('id', '=', id)
    .execute();
}

/** Cells that the rule for missing work filled; handing in makes them ungraded again (TCH-42). */
export async function listFilledByPolicy(
  tx: Transaction,
  assignmentId: string,
  studentIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('student_work')
    .select('student_id')
    .where('assignment_id', '=', assignmentId)
    .where('student_id', 'in', studentIds)
    .where('grade_source', '=', 'policy')
    .where('entered_score', 'is not', null)
    .execute();
  return rows.map(({ student_id }) => student_id);
}
