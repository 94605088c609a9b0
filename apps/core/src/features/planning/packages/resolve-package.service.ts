import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack, PlanSchema } from '@k12/contracts/planning/packs';
import type { Transaction } from '@k12/db';
import { checkContent } from '@k12/plan-content/check-content';
import { inspectFile } from '../../../platform/files/inspect-file.ts';
import { purposes } from '../../../platform/files/purposes.ts';
import { readPack, samePackHere } from '../packs/packaged-packs.service.ts';
import { packOf } from '../packs/packs.service.ts';
import {
  knownFrameworks,
  type ReadCasePackage,
  readCasePackage,
  standardIds,
} from '../standards/case-package.service.ts';
import * as format from './package-format.rules.ts';
import type { PackageProblems } from './package-problems.ts';
import type { ReadPackage } from './read-package.ts';

/** What of a package is here already, and what it brings along. */
export interface ResolvedPackage {
  packs: Map<string, { pack: Pack; is_new: boolean }>;
  frameworks: { found: string[]; added: ReadCasePackage[] };
  /** Ids of the standards that are here, as `framework identifier`. */
  standards: Map<string, string>;
  alignments: { linked: number; unlinked: number };
}

interface Rights {
  may_add_frameworks: boolean;
  may_add_packs: boolean;
}

export const packName = (pack: { key: string; version: number }) => `${pack.key}@${pack.version}`;

export async function resolvePackage(
  tx: Transaction,
  read: ReadPackage,
  rights: Rights,
  problems: PackageProblems,
): Promise<ResolvedPackage> {
  const packs = await resolvePacks(tx, read, rights, problems);
  checkContents(read, packs, problems);
  await checkFiles(read, problems);
  const frameworks = await resolveFrameworks(tx, read, rights, problems);
  const mentioned = [...new Set(allAlignments(read).flatMap(({ framework }) => framework ?? []))];
  const standards = await standardIds(tx, mentioned);
  const alignments = countAlignments(read, standards, frameworks.added, problems);
  return { packs, frameworks, standards, alignments };
}

async function resolvePacks(
  tx: Transaction,
  read: ReadPackage,
  rights: Rights,
  problems: PackageProblems,
): Promise<ResolvedPackage['packs']> {
  const found: ResolvedPackage['packs'] = new Map();
  for (const { path, key, version } of read.manifest.packs) {
    const value = await read.parts.json(path, read.sums.get(path));
    if (value === undefined) continue;
    const here = await samePackHere(tx, { key, version }, value);
    if (here) {
      found.set(packName(here), { pack: here, is_new: false });
      continue;
    }
    const pack = readPack(value);
    if ('faults' in pack) {
      for (const fault of pack.faults) problems.error('wrong_pack', `${path}#/${fault.path}`, fault.message);
      continue;
    }
    if (pack.key !== key || pack.version !== version) {
      problems.error('other_pack', path, 'The part holds another pack than the manifest says.');
      continue;
    }
    if (!rights.may_add_packs)
      problems.error('pack_missing', path, `The pack ${packName(pack)} is not here; an admin can bring it.`);
    found.set(packName(pack), { pack, is_new: true });
  }
  for (const plan of read.plans) {
    const name = packName(plan.pack);
    if (found.has(name)) continue;
    const here = await packOf(tx, plan.pack.key, plan.pack.version);
    if (here) found.set(name, { pack: here, is_new: false });
  }
  return found;
}

function checkContents(read: ReadPackage, packs: ResolvedPackage['packs'], problems: PackageProblems): void {
  for (const plan of read.plans) {
    const path = format.planPath(plan.id);
    const schema = schemaOf(plan, packs);
    if (!schema) {
      const name = `${packName(plan.pack)}/${plan.pack.schema}`;
      problems.error('unknown_schema', `${path}#/pack`, `Neither here nor in the package is ${name}.`);
      continue;
    }
    if (schema.plan_kind !== plan.kind)
      problems.error('other_schema', `${path}#/pack`, `The schema is one of a ${schema.plan_kind}.`);
    const states = [
      { at: '/draft', content: plan.draft.content },
      ...plan.versions.map(({ content }, at) => ({ at: `/versions/${at}`, content })),
    ];
    for (const { at, content } of states)
      for (const fault of checkContent(schema, content))
        problems.error(fault.code, `${path}#${at}/content${fault.pointer}`.slice(0, 300), fault.detail);
  }
}

export function schemaOf(plan: format.PackagedPlan, packs: ResolvedPackage['packs']): PlanSchema | undefined {
  return packs.get(packName(plan.pack))?.pack.schemas.find(({ key }) => key === plan.pack.schema);
}

/** Each file as if it was uploaded by itself: name, kind and content must tell the same story (IDN-105). */
async function checkFiles(read: ReadPackage, problems: PackageProblems): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-package-file-'));
  try {
    for (const { name, content_type, sha256 } of read.files) {
      const part = format.filePath(sha256);
      const content = await read.parts.bytes(part, sha256);
      if (!content) continue;
      const path = join(folder, 'file');
      await writeFile(path, content);
      const seen = await inspectFile({ path, name, declared_type: content_type }, purposes.resource);
      if (seen.fault !== null)
        problems.error(seen.fault, part, `The file “${name}” is not accepted: ${seen.fault}.`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function resolveFrameworks(
  tx: Transaction,
  read: ReadPackage,
  rights: Rights,
  problems: PackageProblems,
): Promise<ResolvedPackage['frameworks']> {
  const { frameworks } = read.manifest;
  const known = await knownFrameworks(
    tx,
    frameworks.map(({ identifier }) => identifier),
  );
  const added: ReadCasePackage[] = [];
  for (const { path, identifier, title } of frameworks) {
    if (known.has(identifier)) continue;
    if (!rights.may_add_frameworks) {
      problems.note('framework_missing', path, `“${title}” is not here; its standards stay words only.`);
      continue;
    }
    const content = await read.parts.bytes(path, read.sums.get(path));
    if (!content) continue;
    const framework = await readFramework(content);
    if ('fault' in framework) problems.error('broken_standards', path, framework.fault);
    else if (framework.result.identifier !== identifier)
      problems.error('other_framework', path, 'The part holds another framework than the manifest says.');
    else added.push(framework);
  }
  return { found: [...known], added };
}

async function readFramework(content: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-package-standards-'));
  try {
    const path = join(folder, 'case.json');
    await writeFile(path, content);
    return await readCasePackage(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function allAlignments(read: ReadPackage): format.PackagedAlignment[] {
  return read.plans.flatMap(({ draft, versions }) =>
    [draft, ...versions].flatMap(({ alignments }) => alignments),
  );
}

/** Of the drafts: what can be linked, and what can only be kept in words, each standard named once. */
function countAlignments(
  read: ReadPackage,
  standards: ReadonlyMap<string, string>,
  added: readonly ReadCasePackage[],
  problems: PackageProblems,
) {
  const coming = new Set(
    added.flatMap(({ result, identifiers }) => [...identifiers].map((one) => `${result.identifier} ${one}`)),
  );
  const counts = { linked: 0, unlinked: 0 };
  const told = new Set<string>();
  for (const plan of read.plans)
    for (const { framework, identifier, code, statement } of plan.draft.alignments) {
      const name = `${framework} ${identifier}`;
      if (standards.has(name) || coming.has(name)) counts.linked += 1;
      else {
        counts.unlinked += 1;
        const label = code || statement.slice(0, 80);
        if (!told.has(name))
          problems.note(
            'standard_missing',
            format.planPath(plan.id),
            `There is no standard “${label}” here.`,
          );
        told.add(name);
      }
    }
  return counts;
}
