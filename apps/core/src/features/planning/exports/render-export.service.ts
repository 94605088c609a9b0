import type { PrintOptions } from '@k12/contracts/planning/exports';
import type { Context } from '../../../platform/context.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { storeBytes } from '../../../platform/files/store-bytes.ts';
import type { PrintDocument } from '../../../platform/pdf/print-document.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { selectPlanState } from '../versions/plan-state.service.ts';
import * as queries from './exports.queries.ts';
import { fileNameOf } from './file-name.rules.ts';
import { toMarkdown } from './markdown.rules.ts';
import { withPictures } from './pictures.service.ts';
import { packageOf } from './plan-package.ts';
import { buildDocument } from './print-plan.service.ts';
import { toDocx } from './to-docx.ts';

const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  markdown: 'text/markdown; charset=utf-8',
  json: 'application/json',
} as const;
const extensions = { pdf: 'pdf', docx: 'docx', markdown: 'md', json: 'json' } as const;

/** Makes the file of one export. What goes wrong is told to whoever asked; asking again tries again (PLN-169). */
export async function renderExport(context: Context, id: string): Promise<void> {
  const asked = await context.withTenant(async (tx) => {
    const row = await queries.selectOptionalExport(tx, id);
    if (!row || row.state === 'ready' || row.state === 'expired') return undefined;
    await queries.updateExport(tx, id, { state: 'running' });
    return row;
  });
  if (!asked) return;
  const now = () => context.platform.clock.now().toISOString();
  try {
    const { bytes, title } = await makeFile(context, asked);
    const content_type = contentTypes[asked.format];
    const storage_key = storageKey(context.actor.tenant_id, 'export', id);
    await guarded(() => storeBytes(context.platform.files, storage_key, bytes, content_type));
    const file_name = `${fileNameOf(title)}.${extensions[asked.format]}`;
    await context.withTenant((tx) =>
      queries.updateExport(tx, id, {
        state: 'ready',
        storage_key,
        file_name,
        content_type,
        size_bytes: bytes.length,
        finished_at: now(),
      }),
    );
  } catch (error) {
    context.platform.log.error({ err: error, export_id: id }, 'an export failed');
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    await context.withTenant((tx) =>
      queries.updateExport(tx, id, { state: 'failed', reason, finished_at: now() }),
    );
  }
}

async function makeFile(
  context: Context,
  asked: queries.ExportRow,
): Promise<{ bytes: Buffer; title: string }> {
  const options = asked.options as unknown as PrintOptions;
  const made = await context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, asked.plan_id);
    const state = await selectPlanState(tx, plan, options.version);
    const { title } = state.snapshot;
    if (asked.format === 'json')
      return { title, bytes: Buffer.from(JSON.stringify(packageOf(plan, state), null, 2)) };
    return { title, document: await buildDocument(tx, context, plan, state, options) };
  });
  if (made.bytes) return made;
  const document = await withPictures(context, made.document);
  return { title: made.title, bytes: await bytesOf(document, asked.format as 'pdf') };
}

async function bytesOf(document: PrintDocument, format: 'pdf' | 'docx' | 'markdown'): Promise<Buffer> {
  if (format === 'pdf') return renderPdf(document);
  return format === 'docx' ? toDocx(document) : Buffer.from(toMarkdown(document));
}
