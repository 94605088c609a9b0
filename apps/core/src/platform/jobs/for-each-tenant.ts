import type { Context } from '../context.ts';
import { JobFailure, type SystemContext } from './define-job.ts';
import { jobContext } from './run-job.ts';

const batchSize = 200;

/**
 * Cross-tenant chores visit the tenants one by one, each under its own context. A failing tenant does not stop
 * the others; the chore fails at the end, so that the failure is seen (IDN-118).
 */
export async function forEachTenant(
  system: SystemContext,
  kind: string,
  work: (context: Context) => Promise<void>,
  /** Where a statement has found out which tenants there is something to do for. */
  only?: readonly string[],
): Promise<void> {
  const failed: { tenant_id: string; error: unknown }[] = [];
  for await (const tenantId of only ?? tenantIds(system)) {
    system.signal.throwIfAborted();
    try {
      await work(
        jobContext(system.platform, tenantId, { kind, request_id: system.request_id }, system.signal),
      );
    } catch (error) {
      system.platform.log.error({ err: error, kind, tenant_id: tenantId }, 'chore failed for a tenant');
      failed.push({ tenant_id: tenantId, error });
    }
  }
  if (failed.length === 0) return;
  const ids = failed.map(({ tenant_id }) => tenant_id).slice(0, 20);
  throw new JobFailure(`${kind} failed for ${failed.length} tenants: ${ids.join(', ')}`, {
    cause: failed[0]?.error,
  });
}

async function* tenantIds({ platform }: SystemContext): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await platform.db.global
      .selectFrom('tenants')
      .select('id')
      .where('state', 'in', ['active', 'closing'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(batchSize)
      .execute();
    for (const row of rows) yield row.id;
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.id;
  }
}
