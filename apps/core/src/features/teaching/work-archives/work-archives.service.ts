import type { Readable } from 'node:stream';
import type { WorkArchive, WorkArchiveCreate } from '@k12/contracts/teaching/work-archives';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { madeFileExpiresAt, openMadeFile, withMadeState } from '../../../platform/files/made-files.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import {
  type GradedAssignment,
  ownUserId,
  selectGradedAssignment,
  shownId,
} from '../grading/graded-cell.service.ts';
import { makeArchiveJob } from './work-archives.jobs.ts';
import * as queries from './work-archives.queries.ts';

const usualPattern = '{student}/{file}';

export async function createArchive(
  context: Context,
  id: string,
  input: WorkArchiveCreate,
): Promise<WorkArchive> {
  const requested_by = ownUserId(context);
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    const graded = await selectGradedAssignment(tx, context, id);
    const row = await queries.createArchive(tx, {
      id: newId(),
      assignment_id: id,
      requested_by,
      section_ids: sectionsOf(graded, input.section_id),
      student_ids: await studentsOf(tx, context, graded, input.student_ids),
      name_pattern: input.name_pattern ?? usualPattern,
      is_anonymous: graded.is_anonymous,
      created_at: now.toISOString(),
      expires_at: madeFileExpiresAt(now),
    });
    await enqueue(tx, context, makeArchiveJob, { archive_id: row.id });
    await recordAudit(tx, context, {
      action: 'submission.exported',
      target_type: 'assignment',
      target_id: id,
      school_id: graded.course.school_id,
    });
    return present(row);
  });
}

/** Who helps in one section takes home the work of that section (TCH-12). */
function sectionsOf({ scope }: GradedAssignment, wanted: string | undefined): string[] | null {
  if (!wanted) return scope.section_ids && [...scope.section_ids];
  if (scope.section_ids && !scope.section_ids.includes(wanted)) throw new Problem('not_found');
  return [wanted];
}

/** In anonymous grading they come by what stands for them (TCH-78). */
async function studentsOf(
  tx: Transaction,
  context: Context,
  { assignment, is_anonymous }: GradedAssignment,
  given: readonly string[] | undefined,
): Promise<string[] | null> {
  if (!given) return null;
  const rows = await queries.listStudentIds(tx, assignment.id);
  const known = new Map(
    rows.map(({ student_id }) => [shownId(context, assignment.id, is_anonymous, student_id), student_id]),
  );
  return given.map((one) => {
    const student = known.get(one);
    if (!student) throw new Problem('not_found');
    return student;
  });
}

export async function getArchive(context: Context, id: string): Promise<WorkArchive> {
  return present(await selectOwn(context, id));
}

export async function openArchive(
  context: Context,
  id: string,
): Promise<{ content: Readable; file_name: string; size_bytes: number }> {
  const row = await selectOwn(context, id);
  return { ...(await openMadeFile(context, row)), size_bytes: Number(row.size_bytes) };
}

/** One's own, and only while one still reads all that is in it: a right that ended ends the link at once. */
async function selectOwn(context: Context, id: string): Promise<queries.ArchiveRow> {
  return context.readTenant(async (tx) => {
    const row = await queries.selectOptionalArchive(tx, id);
    if (!row || row.requested_by !== context.actor.user_id) throw new Problem('not_found');
    const { scope } = await selectGradedAssignment(tx, context, row.assignment_id);
    const mayRead =
      scope.section_ids === null || row.section_ids?.every((one) => scope.section_ids?.includes(one));
    if (!mayRead) throw new Problem('not_found');
    return withMadeState(row, context.platform.clock.now());
  });
}

function present(row: queries.ArchiveRow): WorkArchive {
  const { id, assignment_id, state, file_name, size_bytes, files_count, reason, created_at, expires_at } =
    row;
  const size = size_bytes === null ? null : Number(size_bytes);
  return {
    ...{ id, assignment_id, state, file_name, files_count, reason, created_at, expires_at },
    size_bytes: size,
  };
}
