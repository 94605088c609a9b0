import type { Transaction } from '@k12/db';

export type ExportRow = NonNullable<Awaited<ReturnType<typeof selectOptionalExport>>>;

export function selectOptionalExport(tx: Transaction, id: string) {
  return tx.selectFrom('gradebook_exports').selectAll().where('id', '=', id).executeTakeFirst();
}

interface NewExport {
  id: string;
  course_id: string;
  requested_by: string;
  section_ids: string[] | null;
  has_statuses: boolean;
  created_at: string;
  expires_at: string;
}

export function createExport(tx: Transaction, row: NewExport): Promise<ExportRow> {
  return tx.insertInto('gradebook_exports').values(row).returningAll().executeTakeFirstOrThrow();
}

interface Outcome {
  state: 'ready' | 'failed';
  storage_key?: string;
  file_name?: string;
  size_bytes?: number;
  finished_at: string;
}

export async function updateExport(tx: Transaction, id: string, outcome: Outcome): Promise<void> {
  await tx.updateTable('gradebook_exports').set(outcome).where('id', '=', id).execute();
}

export function selectCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select(['id', 'name', 'school_id', 'settings'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
