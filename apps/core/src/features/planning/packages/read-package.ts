import * as format from './package-format.rules.ts';
import type { PackageProblems } from './package-problems.ts';
import { PackageParts } from './read-parts.ts';

export interface ReadPackage {
  manifest: format.Manifest;
  plans: format.PackagedPlan[];
  resources: format.PackagedResource[];
  files: format.PackagedFile[];
  parts: PackageParts;
  /** What the manifest says a part's content hashes to. */
  sums: ReadonlyMap<string, string>;
}

/** Reads everything that is text, checks how it hangs together, and reports every fault with its place (PLN-189). */
export async function readPackage(path: string, problems: PackageProblems): Promise<ReadPackage | undefined> {
  const parts = await PackageParts.open(path, problems);
  if (parts.names.length === 0) {
    if (problems.errors_count === 0) problems.error('empty', '', 'The archive is empty.');
    return undefined;
  }
  const manifest = await readManifest(parts, problems);
  if (!manifest) return undefined;
  const sums = new Map(manifest.parts.map((part) => [part.path, part.sha256]));
  checkParts(manifest, parts, sums, problems);
  const resources = await readAs(format.Resources, parts, format.resourcesPath, sums, problems);
  const plans: format.PackagedPlan[] = [];
  for (const id of manifest.plans) {
    const partPath = format.planPath(id);
    const plan = await readAs(format.PackagedPlan, parts, partPath, sums, problems);
    if (!plan) continue;
    if (plan.id !== id) problems.error('other_plan', partPath, `The part holds another plan: ${plan.id}.`);
    else plans.push(plan);
  }
  const read = { manifest, plans, parts, sums, resources: [], files: [], ...resources };
  checkIds(read, problems);
  checkReferences(read, problems);
  return read;
}

async function readManifest(
  parts: PackageParts,
  problems: PackageProblems,
): Promise<format.Manifest | undefined> {
  const value = await parts.json(format.manifestPath);
  if (value === undefined) return undefined;
  const { format: name, format_version: version } = (value ?? {}) as Record<string, unknown>;
  if (name !== format.packageFormat) {
    problems.error('unknown_format', format.manifestPath, 'This is no curriculum package.');
    return undefined;
  }
  if (typeof version === 'number' && version > format.packageFormatVersion) {
    problems.error('newer_format', format.manifestPath, 'The package was made by a newer version.');
    return undefined;
  }
  const parsed = format.Manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.shape(format.manifestPath, parsed.error);
  return undefined;
}

async function readAs<T>(
  shape: { safeParse: (value: unknown) => { success: boolean; data?: T; error?: unknown } },
  parts: PackageParts,
  path: string,
  sums: ReadonlyMap<string, string>,
  problems: PackageProblems,
): Promise<T | undefined> {
  const value = await parts.json(path, sums.get(path));
  if (value === undefined) return undefined;
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.shape(path, parsed.error as Parameters<PackageProblems['shape']>[1]);
  return undefined;
}

function checkParts(
  manifest: format.Manifest,
  parts: PackageParts,
  sums: ReadonlyMap<string, string>,
  problems: PackageProblems,
): void {
  if (sums.size < manifest.parts.length)
    problems.error('duplicate_part', format.manifestPath, 'The manifest names a part twice.');
  const there = new Set(parts.names);
  for (const path of sums.keys())
    if (!there.has(path)) problems.error('missing_part', path, 'The archive does not hold this part.');
  for (const name of there)
    if (name !== format.manifestPath && !sums.has(name))
      problems.note('unknown_part', name, 'The manifest does not name this part; it is left out.');
}

function checkIds(read: ReadPackage, problems: PackageProblems): void {
  const once = (ids: readonly string[], place: string, what: string) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) problems.error('duplicate_id', place, `Two ${what} have the id ${id}.`);
      seen.add(id);
    }
  };
  once(read.manifest.plans, format.manifestPath, 'plans');
  once(
    read.manifest.frameworks.map(({ identifier }) => identifier),
    format.manifestPath,
    'frameworks',
  );
  once(
    read.resources.map(({ id }) => id),
    format.resourcesPath,
    'resources',
  );
  once(
    read.files.map(({ id }) => id),
    format.resourcesPath,
    'files',
  );
  for (const { id, versions } of read.plans)
    versions.forEach(({ number }, at) => {
      if (number !== at + 1)
        problems.error(
          'version_number',
          `${format.planPath(id)}#/versions/${at}`,
          'Versions are numbered from 1 without a gap, in order.',
        );
    });
}

function checkReferences(read: ReadPackage, problems: PackageProblems): void {
  const plans = new Map(read.plans.map((plan) => [plan.id, plan]));
  const files = new Set(read.files.map(({ id }) => id));
  const left = new Set(read.manifest.left_out.map(({ id }) => id));
  const resources = new Set(read.resources.map(({ id }) => id));
  for (const { id, versions } of read.resources)
    for (const { file_id } of versions)
      if (!files.has(file_id))
        problems.error('missing_file', `${format.resourcesPath}#/${id}`, `There is no file ${file_id}.`);
  for (const plan of read.plans) {
    const path = format.planPath(plan.id);
    checkUnit(plan, plans, path, problems);
    checkOrigins(plan, path, problems);
    const attached = [plan.draft, ...plan.versions].flatMap((state) => state.resources);
    for (const id of new Set(attached.map(({ resource_id }) => resource_id)))
      if (!resources.has(id) && !left.has(id))
        problems.error('missing_resource', path, `There is no resource ${id}.`);
    const pictures = [plan.draft, ...plan.versions].flatMap(({ content }) => format.picturesIn(content));
    for (const id of new Set(pictures))
      if (!files.has(id) && !left.has(id)) problems.note('missing_picture', path, `There is no file ${id}.`);
  }
}

/** A lesson's unit must be a unit of the package: that no chain of plans leads back to itself follows from it. */
function checkUnit(
  plan: format.PackagedPlan,
  plans: ReadonlyMap<string, format.PackagedPlan>,
  path: string,
  problems: PackageProblems,
): void {
  const place = `${path}#/unit_id`;
  if (plan.kind !== 'lesson') {
    if (plan.unit_id !== null) problems.error('not_a_lesson', place, 'Only lessons belong to a unit.');
    return;
  }
  if (plan.unit_id === null) return;
  const unit = plans.get(plan.unit_id);
  if (plan.unit_id === plan.id) problems.error('cycle', place, 'The lesson is its own unit.');
  else if (!unit) problems.error('missing_unit', place, `There is no plan ${plan.unit_id}.`);
  else if (unit.unit_id === plan.id) problems.error('cycle', place, 'Two plans are each other’s unit.');
  else if (unit.kind !== 'unit') problems.error('not_a_unit', place, 'A lesson belongs to a unit.');
}

function checkOrigins(plan: format.PackagedPlan, path: string, problems: PackageProblems): void {
  for (const { number, restored_from } of plan.versions) {
    const place = `${path}#/versions/${number - 1}/restored_from`;
    if (restored_from !== null && restored_from >= number)
      problems.error('cycle', place, 'A version is restored from an earlier one.');
  }
}
