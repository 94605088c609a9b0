import type { UserCreate } from '@k12/contracts/identity/users';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { joinTransaction } from '../../../platform/http/joined-transaction.ts';
import { contextOfAsker } from '../actors/asker.service.ts';
import { createUser } from '../users/users.service.ts';
import * as queries from './user-imports.queries.ts';

const perLook = 200;

/**
 * Row by row with the rights that whoever asked has now. The person and the word that they were added are one
 * transaction: an import that is taken over goes on behind the last of them and adds nobody twice (PRV-45).
 */
export async function runImport(context: Context, id: string): Promise<void> {
  const row = await context.readTenant((tx) => queries.selectOptionalImport(tx, id));
  if (row?.state !== 'applying') return;
  const asker = await contextOfAsker(context, {
    requested_by: row.requested_by,
    school_id: row.chosen_school_id,
  });
  for (;;) {
    const waiting = await context.readTenant((tx) =>
      queries.listRows(tx, id, { statuses: ['new'], limit: perLook }),
    );
    if (waiting.length === 0) break;
    for (const { line, person } of waiting) {
      await context.withTenant(async (tx) => {
        const outcome = await add(joinTransaction(asker, tx), person as unknown as UserCreate);
        await queries.updateRow(tx, id, line, outcome);
      });
    }
  }
  await context.withTenant(async (tx) => {
    const finished_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateImport(tx, id, 'applying', { state: 'applied', finished_at }))) return;
    const counts = Object.fromEntries(
      (await queries.countRows(tx, id)).map(({ status, count }) => [status, count]),
    );
    await recordAudit(tx, asker, {
      action: 'user_import.applied',
      target_type: 'user_import',
      target_id: id,
      school_id: row.chosen_school_id,
      changes: counts,
    });
  });
}

async function add(asker: Context, person: UserCreate) {
  try {
    const { id } = await createUser(asker, person, 'import');
    return { status: 'created' as const, user_id: id };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: 'failed' as const, code: error.code, detail: error.message };
  }
}

export async function deleteExpiredImports(context: Context): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  await context.withTenant((tx) => queries.deleteExpiredImports(tx, now));
}
