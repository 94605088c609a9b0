import type { FilePurpose } from '@k12/contracts/operations/files';
import { type Actor, holds } from '../../../platform/auth/actor.ts';
import { purposes } from '../../../platform/files/purposes.ts';

interface FileRow {
  purpose: string;
  uploaded_by: string;
}

export function canUpload(actor: Actor, purpose: FilePurpose): boolean {
  const { capability } = purposes[purpose];
  return actor.user_id !== null && (capability === null || holds(actor, capability));
}

/**
 * The picture of a school is for everybody of the tenant. Anything else belongs to its uploader here; the
 * record a file hangs on lets others in through its own feature.
 */
export function canReadFile(actor: Actor, file: FileRow): boolean {
  return file.uploaded_by === actor.user_id || purposes[file.purpose as FilePurpose]?.open_in_tenant === true;
}
