import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createPackageImport,
  createPlanSetExport,
  getPackageImport,
  getPlanSetExport,
  type PackageImport,
  type PackageImportCreate,
  type PlanSetExport,
  type PlanSetExportCreate,
} from '@k12/contracts/planning/plan-packages';
import { newId } from '@k12/db';
import { renderPlanSet } from '../features/planning/packages/render-plan-set.service.ts';
import { runApply, runPreview } from '../features/planning/packages/run-package-import.service.ts';
import { unpack } from '../platform/files/inspect-archive.ts';
import { readZipDirectory } from '../platform/files/zip-directory.ts';
import { contextOf } from './a-platform.ts';
import type { TestTenant } from './people.ts';
import type { TestActor } from './test-server.ts';

const contextFor = (actor: TestActor) =>
  contextOf(actor.server.platform, { id: actor.person?.tenant_id ?? '' } as TestTenant);

/** Uploads as a browser does; what is not taken comes back with its status. */
export async function uploadPackage(actor: TestActor, content: Buffer, name = 'curriculum.zip') {
  const form = new FormData();
  form.append('file', new Blob([content as never], { type: 'application/zip' }), name);
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const { origin } = actor.server;
  const reply = await fetch(`${origin}/api/v1/files?purpose=curriculum`, {
    method: 'POST',
    body: form,
    headers: { cookie: cookie.join('; '), origin, 'x-csrf-token': await actor.csrf() },
  });
  return { status: reply.status, body: (await reply.json()) as { id: string; errors?: { code: string }[] } };
}

/** What would come in, read as a worker would. */
export async function previewPackage(
  actor: TestActor,
  content: Buffer,
  given: Omit<PackageImportCreate, 'file_id'> = {},
): Promise<PackageImport> {
  const { status, body } = await uploadPackage(actor, content);
  if (status !== 201) throw new Error(`The upload was refused: ${JSON.stringify(body)}`);
  const { id } = await actor.call(createPackageImport, { body: { ...given, file_id: body.id } });
  await runPreview(contextFor(actor), id);
  return actor.call(getPackageImport, { params: { id } });
}

export const workOnApply = (actor: TestActor, id: string) => runApply(contextFor(actor), id);

/** A set of plans as a file, made as a worker would. */
export async function exportedSet(
  actor: TestActor,
  body: PlanSetExportCreate,
): Promise<{ made: PlanSetExport; file: Buffer }> {
  const { id } = await actor.call(createPlanSetExport, { body });
  await renderPlanSet(contextFor(actor), id);
  const made = await actor.call(getPlanSetExport, { params: { id } });
  if (made.state !== 'ready') return { made, file: Buffer.alloc(0) };
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const reply = await fetch(`${actor.server.origin}/api/v1/plan_set_exports/${id}/file`, {
    headers: { cookie: cookie.join('; ') },
  });
  return { made, file: Buffer.from(await reply.arrayBuffer()) };
}

/** Every part of an archive by its name. */
export async function partsOf(archive: Buffer): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), `homeroom-test-${newId()}`));
  try {
    const path = join(folder, 'archive.zip');
    await writeFile(path, archive);
    const parts = new Map<string, Buffer>();
    for (const entry of await readZipDirectory(path)) parts.set(entry.name, await unpack(path, entry));
    return parts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
