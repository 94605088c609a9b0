import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Context } from '../../../platform/context.ts';
import { guarded } from '../../../platform/files/storage.ts';
import type { ZipWriter } from '../../../platform/files/write-zip.ts';
import { packOf } from '../packs/packs.service.ts';
import { caseOfFramework } from '../standards/case-export.service.ts';
import * as queries from './package-content.queries.ts';
import * as format from './package-format.rules.ts';
import { packagedPlan } from './packaged-plan.service.ts';

export interface PackageOrder {
  title: string;
  plan_ids: string[];
  resource_ids: string[];
  framework_ids: string[];
}

export interface LeftOut {
  kind: 'resource' | 'picture';
  id: string;
  title: string;
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** Plans, packs, standards and files, each part by itself; the manifest comes last and names all of them (PLN-189). */
export async function writePackage(
  context: Context,
  zip: ZipWriter,
  order: PackageOrder,
  onPlan: () => Promise<void>,
): Promise<LeftOut[]> {
  const plans = await writePlans(context, zip, order.plan_ids, onPlan);
  const packs = await writePacks(context, zip, plans.packs);
  const frameworks = await writeFrameworks(context, zip, order.framework_ids);
  const left_out = await writeFiles(context, zip, order, plans);
  const manifest: format.Manifest = {
    format: format.packageFormat,
    format_version: format.packageFormatVersion,
    title: order.title,
    exported_at: context.platform.clock.now().toISOString(),
    plans: plans.ids,
    frameworks,
    packs,
    left_out,
    parts: [...zip.parts],
  };
  await zip.add(format.manifestPath, json(manifest));
  return left_out;
}

interface WrittenPlans {
  ids: string[];
  packs: Map<string, { key: string; version: number }>;
  pictures: Set<string>;
  /** Everything attached, with its title at the time. */
  resources: Map<string, string>;
}

async function writePlans(
  context: Context,
  zip: ZipWriter,
  planIds: readonly string[],
  onPlan: () => Promise<void>,
): Promise<WrittenPlans> {
  const written: WrittenPlans = { ids: [], packs: new Map(), pictures: new Set(), resources: new Map() };
  const { rows, names, numbers } = await context.readTenant(async (tx) => ({
    rows: new Map((await queries.listPlans(tx, planIds)).map((row) => [row.id, row])),
    names: new Map((await queries.listStandardNames(tx, planIds)).map((row) => [row.id, row])),
    numbers: new Map(
      (await queries.listVersionNumbers(tx, planIds)).map((row) => [row.id, row.version_number]),
    ),
  }));
  for (const id of planIds) {
    const row = rows.get(id);
    // Put into the bin since it was asked for.
    if (!row) continue;
    const plan = await context.readTenant((tx) => packagedPlan(tx, row, { names, numbers }));
    const { key, version } = plan.pack;
    written.ids.push(id);
    written.packs.set(`${key}@${version}`, { key, version });
    for (const state of [plan.draft, ...plan.versions]) {
      for (const picture of format.picturesIn(state.content)) written.pictures.add(picture);
      for (const { resource_id, title } of state.resources) written.resources.set(resource_id, title);
    }
    await zip.add(format.planPath(id), json(plan));
    await onPlan();
  }
  return written;
}

async function writePacks(context: Context, zip: ZipWriter, wanted: WrittenPlans['packs']) {
  const written: format.Manifest['packs'] = [];
  for (const { key, version } of wanted.values()) {
    const pack = await context.readTenant((tx) => packOf(tx, key, version));
    if (!pack) continue;
    const path = format.packPath(key, version);
    await zip.add(path, json(pack));
    written.push({ path, key, version });
  }
  return written;
}

async function writeFrameworks(context: Context, zip: ZipWriter, ids: readonly string[]) {
  const written: format.Manifest['frameworks'] = [];
  for (const [at, id] of ids.entries()) {
    const { title, identifier, content } = await caseOfFramework(context, id);
    const path = format.frameworkPath(at + 1);
    await zip.add(path, Buffer.from(content));
    written.push({ path, identifier, title });
  }
  return written;
}

async function writeFiles(
  context: Context,
  zip: ZipWriter,
  order: PackageOrder,
  plans: WrittenPlans,
): Promise<LeftOut[]> {
  const wanted = order.resource_ids.filter((id) => plans.resources.has(id));
  const { resources, versions, files } = await context.readTenant(async (tx) => {
    const found = await queries.listResources(tx, wanted);
    const of = await queries.listResourceVersions(
      tx,
      found.map(({ id }) => id),
    );
    const fileIds = [...of.map(({ file_id }) => file_id), ...plans.pictures];
    return { resources: found, versions: of, files: await queries.listFiles(tx, fileIds) };
  });
  const left_out: LeftOut[] = [];
  const kept = new Map<string, format.PackagedFile>();
  const stored = new Set<string>();
  for (const file of files) {
    const content = await guarded(async () => buffer(await context.platform.files.open(file.storage_key)));
    const sha256 = createHash('sha256').update(content).digest('hex');
    kept.set(file.id, { id: file.id, name: file.name, content_type: file.content_type, sha256 });
    if (!stored.has(sha256)) await zip.add(format.filePath(sha256), content);
    stored.add(sha256);
  }
  const parts: format.Resources = {
    files: [...kept.values()],
    resources: resources.map(({ id, kind, title, description, tags, url, drive_file_id }) => ({
      ...{ id, kind: kind as 'file', title, description, tags, url, drive_file_id },
      versions: versions
        .filter((version) => version.resource_id === id && kept.has(version.file_id))
        .map(({ version_number, file_id }) => ({ number: version_number, file_id })),
    })),
  };
  await zip.add(format.resourcesPath, json(parts));
  const there = new Set(resources.map(({ id }) => id));
  for (const [id, title] of plans.resources)
    if (!there.has(id)) left_out.push({ kind: 'resource', id, title });
  for (const id of plans.pictures) if (!kept.has(id)) left_out.push({ kind: 'picture', id, title: '' });
  return left_out;
}
