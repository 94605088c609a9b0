import { ApiProblem } from '@k12/contracts/client';
import type { ProblemBody } from '@k12/contracts/errors';
import type { WorkFile } from '@k12/contracts/teaching/submissions';
import {
  completeWorkUpload,
  createWorkUpload,
  getWorkUpload,
  patchWorkUpload,
  type WorkUpload,
} from '@k12/contracts/teaching/work-uploads';
import { callApi } from '@/lib/api/browser.ts';
import { forgetCsrfToken, readCsrfToken } from '@/lib/api/csrf.ts';
import { isRefused } from '../../../lib/saving/is-refused.ts';

export type SentFile =
  | { kind: 'done'; file: WorkFile }
  | { kind: 'refused'; reason: string }
  /** The server knows nothing of what was begun: cleared away, or somebody else is signed in here by now. */
  | { kind: 'gone' }
  | { kind: 'unreached' };

interface Sending {
  assignment_id: string;
  file: File;
  upload_id: string | null;
  onBegun: (uploadId: string) => Promise<void>;
  onProgress: (bytes: number) => void;
  signal: AbortSignal;
}

/** Sends a file part by part, from where the server says it stands; what is answered is kept there (TCH-53). */
export async function sendFile(sending: Sending): Promise<SentFile> {
  let isBegun = sending.upload_id !== null;
  try {
    let upload = await begin(sending);
    isBegun = true;
    const { file, signal } = sending;
    while (upload.state === 'receiving' && upload.received_bytes < file.size) {
      sending.onProgress(upload.received_bytes);
      upload = await sendPart(upload, file, signal);
    }
    sending.onProgress(file.size);
    if (upload.state === 'receiving') upload = await complete(upload.id, file);
    if (upload.file) return { kind: 'done', file: upload.file };
    return { kind: 'refused', reason: upload.refusal ?? 'type_not_accepted' };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'csrf_failed') forgetCsrfToken();
    if (!isRefused(error)) return { kind: 'unreached' };
    const { code, errors } = error.problem;
    if (code === 'not_found' && isBegun) return { kind: 'gone' };
    return { kind: 'refused', reason: errors?.[0]?.code ?? code };
  }
}

/** The instant of beginning counts, so it is asked for before anything else (TCH-52). */
async function begin({ assignment_id, file, upload_id, onBegun }: Sending): Promise<WorkUpload> {
  if (upload_id) return callApi(getWorkUpload, { params: { id: upload_id } });
  const body = { name: file.name.slice(-200), content_type: file.type, size_bytes: file.size };
  const upload = await callApi(createWorkUpload, { params: { id: assignment_id }, body });
  await onBegun(upload.id);
  return upload;
}

async function sendPart(upload: WorkUpload, file: File, signal: AbortSignal): Promise<WorkUpload> {
  const { id, received_bytes, part_bytes } = upload;
  const reply = await fetch(`/api/v1${patchWorkUpload.path.replace('{id}', id)}?offset=${received_bytes}`, {
    method: patchWorkUpload.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'content-type': 'application/octet-stream',
      'x-csrf-token': await readCsrfToken(),
    },
    body: file.slice(received_bytes, received_bytes + part_bytes),
    signal,
  });
  if (reply.ok) return (await reply.json()) as WorkUpload;
  const problem = (await reply.json()) as ProblemBody;
  // Another tab sent this part: go on from where it stands.
  if (problem.code === 'upload.offset' && problem.current) return problem.current as WorkUpload;
  throw new ApiProblem(problem);
}

async function complete(id: string, file: File): Promise<WorkUpload> {
  const sha256 = await checksum(file);
  return callApi(completeWorkUpload, { params: { id }, body: sha256 ? { sha256 } : {} });
}

/** Browsers compute checksums on secure origins only, and hold the whole file for it: not for very large ones. */
const mostHashed = 64 * 1024 * 1024;

async function checksum(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle || file.size > mostHashed) return null;
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
