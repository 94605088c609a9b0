import type { Context } from '../../../platform/context.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { storeBytes } from '../../../platform/files/store-bytes.ts';
import { writeTable } from './export.service.ts';
import * as queries from './large-exports.queries.ts';

/** Makes the table and keeps it; asked twice it is made once. */
export async function makeExport(context: Context, id: string, isLast: boolean): Promise<void> {
  const { platform, actor } = context;
  const row = await context.readTenant((tx) => queries.selectOptionalExport(tx, id));
  if (row?.state !== 'waiting') return;
  const now = platform.clock.now().toISOString();
  const settle = (outcome: Omit<Parameters<typeof queries.updateExport>[2], 'finished_at'>) =>
    context.withTenant((tx) => queries.updateExport(tx, id, { ...outcome, finished_at: now }));
  try {
    const { file, text } = await context.readTenant(async (tx) =>
      writeTable(tx, await queries.selectCourse(tx, row.course_id), row, now),
    );
    const storage_key = storageKey(actor.tenant_id, 'gradebook-export', id);
    await guarded(() => storeBytes(platform.files, storage_key, text, 'text/csv; charset=utf-8'));
    await settle({ state: 'ready', storage_key, file_name: file, size_bytes: Buffer.byteLength(text) });
  } catch (error) {
    if (!isLast) throw error;
    platform.log.error({ err: error, export_id: id }, 'an export of a gradebook failed');
    await settle({ state: 'failed' });
  }
}
