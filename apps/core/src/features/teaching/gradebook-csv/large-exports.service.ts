import type { Readable } from 'node:stream';
import type { GradebookExport } from '@k12/contracts/teaching/gradebook-csv';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { madeFileExpiresAt, openMadeFile, withMadeState } from '../../../platform/files/made-files.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canExportGrades } from '../gradebook/gradebook.policy.ts';
import { makeExportJob } from './gradebook-csv.jobs.ts';
import * as queries from './large-exports.queries.ts';

interface Wanted {
  section_id?: string | undefined;
  statuses?: boolean | undefined;
}

/** Written into the log when it is asked for: from then on the table is on its way to them. */
export async function createExport(
  context: Context,
  course_id: string,
  { section_id, statuses = false }: Wanted,
): Promise<GradebookExport> {
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(
      tx,
      context,
      course_id,
      'gradebook.export',
      'see_grades',
    );
    authorize(canExportGrades(context.actor, course) && context.actor.user_id !== null, 'gradebook.export');
    const isForeign = section_id && scope.section_ids && !scope.section_ids.includes(section_id);
    if (isForeign) throw new Problem('not_found');
    const row = await queries.createExport(tx, {
      ...{ id: newId(), course_id, requested_by: context.actor.user_id ?? '', has_statuses: statuses },
      section_ids: section_id ? [section_id] : scope.section_ids && [...scope.section_ids],
      created_at: now.toISOString(),
      expires_at: madeFileExpiresAt(now),
    });
    await enqueue(tx, context, makeExportJob, { export_id: row.id });
    await recordAudit(tx, context, {
      action: 'gradebook.exported',
      target_type: 'course',
      target_id: course_id,
      school_id: course.school_id,
    });
    return present(row);
  });
}

export async function getExport(context: Context, id: string): Promise<GradebookExport> {
  return present(await selectOwn(context, id));
}

export async function openExport(
  context: Context,
  id: string,
): Promise<{ content: Readable; file_name: string }> {
  return openMadeFile(context, await selectOwn(context, id));
}

/** One's own, and only while one may still export all that is in it. */
async function selectOwn(context: Context, id: string): Promise<queries.ExportRow> {
  return context.readTenant(async (tx) => {
    const row = await queries.selectOptionalExport(tx, id);
    if (!row || row.requested_by !== context.actor.user_id) throw new Problem('not_found');
    const taught = await selectTaughtCourse(tx, context, row.course_id, 'gradebook.export', 'see_grades');
    authorize(canExportGrades(context.actor, taught.course), 'gradebook.export');
    const own = taught.scope.section_ids;
    if (own !== null && !row.section_ids?.every((one) => own.includes(one))) throw new Problem('not_found');
    return withMadeState(row, context.platform.clock.now());
  });
}

function present(row: queries.ExportRow): GradebookExport {
  const { id, course_id, state, file_name, size_bytes, created_at, expires_at } = row;
  const size = size_bytes === null ? null : Number(size_bytes);
  return { id, course_id, state, file_name, size_bytes: size, created_at, expires_at };
}
