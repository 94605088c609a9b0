import type { LearnerAttachment } from '@k12/contracts/teaching/learning';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { type FoundContent, findStoredContent } from '../../operations/files/stored-content.service.ts';
import { listForStudents } from '../../planning/resources/resources-records.service.ts';

/** What lies beside a piece of work; whether it may be seen at all is asked before (TCH-48). */
export async function attachmentsOf(tx: Transaction, assignmentId: string): Promise<LearnerAttachment[]> {
  const rows = await listForStudents(tx, assignmentId);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'file' ? ('file' as const) : ('link' as const),
    title: row.title,
    caption: row.caption,
    url: row.kind === 'link' ? row.url : null,
    file_name: row.kind === 'file' ? row.name : null,
    size_bytes: row.kind === 'file' && row.size_bytes !== null ? Number(row.size_bytes) : null,
  }));
}

/** The bytes of one of the files that the page of the work showed. */
export async function findAttachment(
  context: Context,
  assignmentId: string,
  shown: readonly LearnerAttachment[],
  id: string,
): Promise<FoundContent> {
  const isShown = shown.some((one) => one.id === id && one.kind === 'file');
  const fileId = await context.readTenant(async (tx) => {
    const rows = isShown ? await listForStudents(tx, assignmentId) : [];
    return rows.find((row) => row.id === id)?.file_id;
  });
  if (!fileId) throw new Problem('not_found');
  return findStoredContent(context, fileId);
}
