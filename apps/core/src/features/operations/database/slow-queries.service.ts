import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './slow-queries.queries.ts';
import { shownStatement } from './slow-queries.rules.ts';

const reason = 'show operators which statements take long';

/** Without the extension, or where the server has not loaded it, there is nothing to show, and that is no error. */
export async function listSlowQueries(context: Context, query: { by: 'mean' | 'total'; limit: number }) {
  const rows = await context.platform.db
    .asJob(reason, async (tx) => {
      const schema = await queries.selectStatementsSchema(tx);
      return schema === undefined ? null : queries.listStatements(tx, schema, query.by, query.limit);
    })
    .catch(unlessNotLoaded);
  if (rows === null) return { available: false, data: [] };
  const data = rows.map(({ query: text, ...figures }) => ({
    statement: shownStatement(text ?? ''),
    ...figures,
  }));
  return { available: true, data };
}

export async function resetSlowQueries(context: Context): Promise<{ available: boolean }> {
  const schema = await context.platform.db.asJob(reason, queries.selectStatementsSchema);
  if (schema === undefined) return { available: false };
  await context.platform.db
    .asJob(reason, (tx) => queries.resetStatements(tx, schema))
    .catch(refuseWithoutRight);
  await context.withTenant((tx) => recordAudit(tx, context, { action: 'slow_queries.reset' }));
  return { available: true };
}

/** object_not_in_prerequisite_state: the extension is there, its library is not loaded. */
function unlessNotLoaded(error: unknown): null {
  if ((error as { code?: string }).code === '55000') return null;
  throw error;
}

function refuseWithoutRight(error: unknown): never {
  if ((error as { code?: string }).code !== '42501') throw error;
  throw new Problem('conflict', {
    detail:
      'The job role of the database lacks the right: grant execute on the reset function to homeroom_job.',
  });
}
