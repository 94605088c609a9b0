import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintOptions } from '@k12/contracts/planning/exports';
import type { Context } from '../../../platform/context.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { ZipWriter } from '../../../platform/files/write-zip.ts';
import { fileNameOf } from '../exports/file-name.rules.ts';
import { documentOfPlan, pdfOfPlans } from '../exports/plan-documents.service.ts';
import * as queries from './plan-sets.queries.ts';
import { writePackage } from './write-package.service.ts';

const kinds = {
  package: { content_type: 'application/zip', extension: 'zip' },
  pdf: { content_type: 'application/pdf', extension: 'pdf' },
  pdf_files: { content_type: 'application/zip', extension: 'zip' },
} as const;
const toldEveryMs = 500;

/** Makes the file of one set of plans and tells how far it is; what goes wrong is told to whoever asked. */
export async function renderPlanSet(context: Context, id: string): Promise<void> {
  const asked = await context.withTenant(async (tx) => {
    const row = await queries.selectOptionalExport(tx, id);
    if (!row || row.state === 'ready' || row.state === 'expired') return undefined;
    await queries.updateExport(tx, id, { state: 'running', done_count: 0 });
    return row;
  });
  if (!asked) return;
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-plan-set-'));
  const finished_at = () => context.platform.clock.now().toISOString();
  try {
    const path = join(folder, 'file');
    const left_out = await makeFile(context, asked, path);
    const { content_type, extension } = kinds[asked.format];
    const { size } = await stat(path);
    const storage_key = storageKey(context.actor.tenant_id, 'export', id);
    await guarded(() => context.platform.files.store(storage_key, { path, size, content_type }));
    await context.withTenant((tx) =>
      queries.updateExport(tx, id, {
        state: 'ready',
        done_count: asked.total_count,
        left_out: JSON.stringify(left_out.map(({ kind, title }) => ({ kind, title }))),
        storage_key,
        file_name: `${fileNameOf(asked.title)}.${extension}`,
        content_type,
        size_bytes: size,
        finished_at: finished_at(),
      }),
    );
  } catch (error) {
    context.platform.log.error({ err: error, export_id: id }, 'an export of plans failed');
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    await context.withTenant((tx) =>
      queries.updateExport(tx, id, { state: 'failed', reason, finished_at: finished_at() }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFile(context: Context, asked: queries.SetExportRow, path: string) {
  const options = asked.options as unknown as PrintOptions;
  const onPlan = progressOf(context, asked.id);
  if (asked.format === 'pdf') {
    await pdfOfPlans(context, asked, options, path, onPlan);
    return [];
  }
  const zip = await ZipWriter.create(path);
  try {
    if (asked.format === 'package') {
      const left_out = await writePackage(context, zip, asked, onPlan);
      await zip.finish();
      return left_out;
    }
    const digits = String(asked.plan_ids.length).length;
    for (const [at, planId] of asked.plan_ids.entries()) {
      const made = await documentOfPlan(context, planId, { ...options, lessons: false });
      const number = String(at + 1).padStart(digits, '0');
      if (made) await zip.add(`${number} ${fileNameOf(made.title)}.pdf`, made.pdf);
      await onPlan();
    }
    await zip.finish();
    return [];
  } catch (error) {
    await zip.close().catch(() => undefined);
    throw error;
  }
}

/** At most twice a second, so that telling costs less than doing. */
function progressOf(context: Context, id: string) {
  let done_count = 0;
  let told = 0;
  return async () => {
    done_count += 1;
    if (Date.now() - told < toldEveryMs) return;
    told = Date.now();
    await context.withTenant((tx) => queries.updateExport(tx, id, { done_count }));
  };
}
