import { buffer } from 'node:stream/consumers';
import type { GradebookImportCreate } from '@k12/contracts/teaching/gradebook-csv';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';

/** What was sent with the request, or uploaded for it by the same person: a large file travels apart. */
export async function bytesOf(context: Context, input: GradebookImportCreate): Promise<Buffer> {
  const { content_base64, file_id } = input;
  if ((content_base64 === undefined) === (file_id === undefined))
    throw invalid('/file_id', 'one_of_two', 'Send the content or name an upload.');
  if (content_base64 !== undefined) return Buffer.from(content_base64, 'base64');
  const { file, content } = await openStoredFile(context, file_id ?? '');
  if (file.purpose !== 'grades' || file.uploaded_by !== context.actor.user_id) {
    content.destroy();
    throw invalid('/file_id', 'not_found', 'There is no such upload.');
  }
  return buffer(content);
}
