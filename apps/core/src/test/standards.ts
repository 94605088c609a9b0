import { createImport, getImport, type StandardImport } from '@k12/contracts/planning/standard-imports';
import { newId } from '@k12/db';
import { applyStandardsJob, previewStandardsJob } from '../features/planning/standards/imports.jobs.ts';
import { runJob } from '../platform/jobs/run-job.ts';
import type { TestActor } from './test-server.ts';

/** Uploads a file for an import of standards; gives its id. */
export async function uploadStandards(
  actor: TestActor,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content as never], { type: 'text/plain' }), name);
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const { origin } = actor.server;
  const response = await fetch(`${origin}/api/v1/files?purpose=standards`, {
    method: 'POST',
    body: form,
    headers: { cookie: cookie.join('; '), origin, 'x-csrf-token': await actor.csrf() },
  });
  const body = (await response.json()) as { id: string };
  if (response.status !== 201) throw new Error(`upload: ${response.status} ${JSON.stringify(body)}`);
  return body.id;
}

/** Runs the job of an import as a worker would. */
export async function workOnImport(actor: TestActor, id: string, kind: 'preview' | 'apply'): Promise<void> {
  const job = kind === 'preview' ? previewStandardsJob : applyStandardsJob;
  const envelope = {
    kind: job.name,
    version: job.version,
    tenant_id: actor.person?.tenant_id ?? null,
    request_id: newId(),
    started_by: actor.id,
    payload: { import_id: id },
  };
  const run = { job_id: newId(), attempt: 1, signal: new AbortController().signal };
  await runJob(actor.server.platform, job, envelope, run);
}

type Given = Omit<Parameters<typeof createImport.body.parse>[0] & object, 'file_id'>;

/** A file, read: what it would change. */
export async function previewOf(
  actor: TestActor,
  name: string,
  content: string | Uint8Array,
  given: Given = {},
): Promise<StandardImport> {
  const file_id = await uploadStandards(actor, name, content);
  const { id } = await actor.call(createImport, { body: { ...given, file_id } });
  await workOnImport(actor, id, 'preview');
  return actor.call(getImport, { params: { id } });
}
