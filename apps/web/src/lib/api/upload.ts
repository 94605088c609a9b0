import { ApiProblem, isProblemBody } from '@k12/contracts/client';
import { type FilePurpose, type StoredFile, uploadFile } from '@k12/contracts/operations/files';
import { readCsrfToken } from './csrf.ts';

/** Sends one file; the browser itself writes the parts of the form. */
export async function uploadTo(purpose: FilePurpose, file: File): Promise<StoredFile> {
  const form = new FormData();
  form.append('file', file);
  const reply = await fetch(`/api/v1${uploadFile.path}?purpose=${purpose}`, {
    method: uploadFile.method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'x-csrf-token': await readCsrfToken() },
    body: form,
  });
  const body: unknown = await reply.json().catch(() => null);
  if (reply.ok) return body as StoredFile;
  // What is wrong with a file is said in the body, such as that an archive is a bomb.
  throw isProblemBody(body) ? new ApiProblem(body) : new Error(`The file was not taken: ${reply.status}`);
}
