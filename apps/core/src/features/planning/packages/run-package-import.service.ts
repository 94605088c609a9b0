import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PackageCounts } from '@k12/contracts/planning/plan-packages';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';
import { keepPackaged } from '../../operations/files/packaged-files.service.ts';
import { addPack } from '../packs/packaged-packs.service.ts';
import { addFramework, standardIds } from '../standards/case-package.service.ts';
import { filePath } from './package-format.rules.ts';
import * as queries from './package-imports.queries.ts';
import { PackageProblems } from './package-problems.ts';
import { newIdsOf, rowsOf } from './package-rows.service.ts';
import { type ReadPackage, readPackage } from './read-package.ts';
import { type ResolvedPackage, resolvePackage } from './resolve-package.service.ts';

/** Reads the file and says what it would bring and everything that is wrong with it; nothing else is written. */
export async function runPreview(context: Context, importId: string): Promise<void> {
  const row = await step(context, importId, ['waiting', 'reading'], 'reading');
  if (!row) return;
  await withPackage(context, row, async (path) => {
    const problems = new PackageProblems();
    const read = await readPackage(path, problems);
    await context.withTenant(async (tx) => {
      const resolved = read && (await resolvePackage(tx, read, row, problems));
      await queries.updateImport(tx, importId, ['reading'], {
        ...reported(context, problems),
        state: 'previewed',
        title: read?.manifest.title ?? null,
        counts: read && resolved ? countsOf(read, resolved) : null,
      });
    });
  });
}

/** Everything in one transaction, or nothing: the file is read and checked again, because much may have changed. */
export async function runApply(context: Context, importId: string): Promise<void> {
  const row = await step(context, importId, ['applying'], 'applying');
  if (!row) return;
  await withPackage(context, row, async (path) => {
    const problems = new PackageProblems();
    const read = await readPackage(path, problems);
    await context.withTenant(async (tx) => {
      const resolved = read && (await resolvePackage(tx, read, row, problems));
      if (!read || !resolved || problems.errors_count > 0) {
        await queries.updateImport(tx, importId, ['applying'], {
          ...reported(context, problems),
          state: 'previewed',
        });
        return;
      }
      const plan_ids = await apply(tx, context, row, read, resolved);
      const done = await queries.updateImport(tx, importId, ['applying'], {
        ...reported(context, problems),
        state: 'applied',
        plan_ids,
        counts: countsOf(read, resolved),
        finished_at: now(context),
      });
      if (!done) throw new Error('The import was taken over by another worker.');
    });
  });
}

async function apply(
  tx: Transaction,
  context: Context,
  row: queries.ImportRow,
  read: ReadPackage,
  resolved: ResolvedPackage,
): Promise<string[]> {
  const { created_by, school_id, file_name } = row;
  const pins = new Map<string, { key: string; version: number }>();
  for (const [name, { pack, is_new }] of resolved.packs)
    pins.set(name, is_new ? await addPack(tx, context, pack, { school_id, created_by }) : pack);
  for (const framework of resolved.frameworks.added)
    await addFramework(tx, context, framework, { school_id, created_by, file_name });
  const mentioned = read.manifest.frameworks.map(({ identifier }) => identifier);
  const standards = new Map([...resolved.standards, ...(await standardIds(tx, mentioned))]);
  const ids = newIdsOf(read, standards);
  const rows = rowsOf(read, resolved, { row, now: now(context), ids, pins });
  for (const { id, name, content_type, sha256 } of read.files) {
    const bytes = await read.parts.bytes(filePath(sha256), sha256);
    if (!bytes) throw new Error('A part of the package was gone the second time.');
    const file = { id: ids.of(id), name, content_type, sha256: Buffer.from(sha256, 'hex') };
    rows.files.push(await keepPackaged(tx, context, { ...file, bytes, uploaded_by: created_by }));
  }
  await queries.insertPackage(tx, rows);
  await tell(tx, context, row, read, ids.of);
  return read.plans.map(({ id }) => ids.of(id));
}

async function tell(
  tx: Transaction,
  context: Context,
  row: queries.ImportRow,
  read: ReadPackage,
  idOf: (id: string) => string,
): Promise<void> {
  await recordAudit(tx, context, {
    action: 'plan_package.imported',
    target_type: 'plan_package_import',
    target_id: row.id,
    school_id: row.school_id,
    changes: { started_by: row.created_by, plans: read.plans.length, file_name: row.file_name },
  });
  for (const { id, kind } of read.plans)
    if (kind === 'unit') await publishEvent(tx, context, 'unit_plan.created', { unit_plan_id: idOf(id) });
}

function countsOf(read: ReadPackage, resolved: ResolvedPackage): PackageCounts {
  const of = (kind: string) => read.plans.filter((plan) => plan.kind === kind).length;
  const contents = new Set(read.resources.flatMap(({ versions }) => versions.map(({ file_id }) => file_id)));
  return {
    units: of('unit'),
    lessons: of('lesson'),
    documents: of('document'),
    versions: read.plans.reduce((sum, { versions }) => sum + versions.length, 0),
    resources: read.resources.length,
    pictures: read.files.filter(({ id }) => !contents.has(id)).length,
    frameworks_added: resolved.frameworks.added.length,
    frameworks_found: resolved.frameworks.found.length,
    packs_added: [...resolved.packs.values()].filter(({ is_new }) => is_new).length,
    alignments: resolved.alignments.linked,
    alignments_unlinked: resolved.alignments.unlinked,
  };
}

async function withPackage(
  context: Context,
  row: queries.ImportRow,
  work: (path: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-package-'));
  try {
    const path = join(folder, 'file.zip');
    const { content } = await openStoredFile(context, row.file_id);
    await pipeline(content, createWriteStream(path));
    await work(path);
  } catch (error) {
    // The storage may be back when it is tried again; anything else would only happen again.
    if (error instanceof Problem) throw error;
    await giveUp(context, row, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function giveUp(context: Context, row: queries.ImportRow, error: unknown): Promise<void> {
  context.platform.log.error({ err: error, import_id: row.id }, 'an import of a package failed');
  const problems = new PackageProblems();
  problems.error('failed', '', 'The package could not be taken over. Nothing of it was kept.');
  const finished_at = now(context);
  const failed = { ...reported(context, problems), state: 'failed', finished_at } as const;
  await context.withTenant((tx) => queries.updateImport(tx, row.id, ['reading', 'applying'], failed));
}

function step(
  context: Context,
  id: string,
  from: readonly queries.ImportRow['state'][],
  state: queries.ImportRow['state'],
) {
  return context.withTenant((tx) => queries.updateImport(tx, id, from, { state, updated_at: now(context) }));
}

function reported(context: Context, problems: PackageProblems) {
  return { problems: problems.all, errors_count: problems.errors_count, updated_at: now(context) };
}

function now(context: Context): string {
  return context.platform.clock.now().toISOString();
}
