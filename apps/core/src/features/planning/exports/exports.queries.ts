import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export type ExportRow = NonNullable<Awaited<ReturnType<typeof selectOptionalExport>>>;

/** Of a plan somebody may read, also when the school itself is out of their reach. */
export async function selectSchoolName(tx: Transaction, id: string): Promise<string> {
  const school = await tx.selectFrom('schools').select('name').where('id', '=', id).executeTakeFirst();
  return school?.name ?? '';
}

export function selectOptionalExport(tx: Transaction, id: string) {
  return tx.selectFrom('plan_exports').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same thing asked for by the same person since then, unless it failed (PLN-169). */
export function selectSameExport(tx: Transaction, userId: string, hash: Buffer, since: string) {
  return tx
    .selectFrom('plan_exports')
    .selectAll()
    .where('requested_by', '=', userId)
    .where('request_hash', '=', hash)
    .where('created_at', '>', since)
    .where('state', 'in', ['waiting', 'running', 'ready'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

export interface NewExport {
  id: string;
  plan_id: string;
  requested_by: string;
  format: 'pdf' | 'docx' | 'markdown' | 'json';
  options: object;
  request_hash: Buffer;
  created_at: string;
  expires_at: string;
}

export function createExport(tx: Transaction, { options, ...row }: NewExport): Promise<ExportRow> {
  return tx
    .insertInto('plan_exports')
    .values({ ...row, options: JSON.stringify(options) as never })
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface ExportOutcome {
  state: 'running' | 'ready' | 'failed';
  storage_key?: string;
  file_name?: string;
  content_type?: string;
  size_bytes?: number;
  reason?: string;
  finished_at?: string;
}

export async function updateExport(tx: Transaction, id: string, outcome: ExportOutcome): Promise<void> {
  await tx.updateTable('plan_exports').set(outcome).where('id', '=', id).execute();
}

/** Whether a text of the plan or of a lesson of it names the file, in its draft or any version. */
export async function isNamedByPlan(tx: Transaction, planId: string, fileId: string): Promise<boolean> {
  const named = `%/api/v1/files/${fileId}/content%`;
  const { rows } = await sql<{ named: boolean }>`
    select exists (
      select from plans plan
      left join plan_drafts draft on draft.tenant_id = plan.tenant_id and draft.plan_id = plan.id
      left join plan_versions version on version.tenant_id = plan.tenant_id and version.plan_id = plan.id
      where plan.tenant_id = app.current_tenant()
        and (plan.id = ${planId}::uuid or plan.unit_plan_id = ${planId}::uuid)
        and (draft.content::text like ${named} or version.content::text like ${named})
    ) as named`.execute(tx);
  return rows[0]?.named === true;
}
