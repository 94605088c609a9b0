import { createHash } from 'node:crypto';
import {
  completeWorkUpload,
  createWorkUpload,
  patchWorkUpload,
  type WorkUpload,
} from '@k12/contracts/teaching/work-uploads';
import type { TestActor } from './test-server.ts';

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A PDF of about this many bytes, as far as anybody looks. */
export function aPdf(size = 200): Buffer {
  const text = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
  return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, size - text.length), '\n')]);
}

export function beginUpload(
  actor: TestActor,
  id: string,
  name: string,
  size_bytes: number,
  content_type = 'application/pdf',
) {
  return actor.send(createWorkUpload, { params: { id }, body: { name, content_type, size_bytes } });
}

/** One part as the browser sends it: raw bytes at an offset. */
export async function sendPart(
  actor: TestActor,
  id: string,
  offset: number,
  bytes: Buffer | ReadableStream,
  origin = actor.server.origin,
): Promise<{ status: number; body: WorkUpload & { code?: string; current?: WorkUpload } }> {
  const path = patchWorkUpload.path.replace('{id}', id);
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const response = await fetch(`${origin}/api/v1${path}?offset=${offset}`, {
    method: 'PATCH',
    body: bytes as never,
    headers: {
      cookie: cookie.join('; '),
      origin,
      'x-csrf-token': await actor.csrf(),
      'content-type': 'application/octet-stream',
    },
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: (await response.json()) as never };
}

/** A whole file in one part. */
export async function uploadWork(
  actor: TestActor,
  assignmentId: string,
  name = 'report.pdf',
  bytes = aPdf(),
) {
  const begun = await beginUpload(actor, assignmentId, name, bytes.length);
  if (begun.status !== 201) throw new Error(`upload: ${begun.status} ${JSON.stringify(begun.body)}`);
  const { id } = begun.body as WorkUpload;
  await sendPart(actor, id, 0, bytes);
  return actor.call(completeWorkUpload, { params: { id }, body: { sha256: sha256(bytes) } });
}
