import type { BulkAct } from '@k12/contracts/identity/users.bulk';
import type { Context } from '../../../platform/context.ts';
import { joinTransaction } from '../../../platform/http/joined-transaction.ts';
import { contextOfAsker } from '../actors/asker.service.ts';
import * as queries from './bulk-runs.queries.ts';
import { applyTo } from './users.bulk.service.ts';

const perLook = 200;

/**
 * Person by person with the rights that whoever asked has now. What is done to somebody and the word that it is
 * done are one transaction: a run that is taken over goes on behind the last of them and does nothing twice.
 */
export async function runBulk(context: Context, id: string): Promise<void> {
  const run = await context.readTenant((tx) => queries.selectOptionalRun(tx, id));
  if (!run || run.state === 'done') return;
  const asker = await contextOfAsker(context, run);
  await context.withTenant((tx) => queries.updateRun(tx, id, { state: 'running' }));
  const act = run.act as unknown as BulkAct;
  for (;;) {
    const waiting = await context.readTenant((tx) => queries.listWaiting(tx, id, perLook));
    if (waiting.length === 0) break;
    for (const { position, user_id } of waiting) {
      await context.withTenant(async (tx) => {
        const { status, code, detail } = await applyTo(joinTransaction(asker, tx), act, user_id);
        await queries.updateItem(tx, id, position, { status, code, detail });
      });
    }
  }
  const finished_at = context.platform.clock.now().toISOString();
  await context.withTenant((tx) => queries.updateRun(tx, id, { state: 'done', finished_at }));
}
