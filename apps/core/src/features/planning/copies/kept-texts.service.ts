import type { KeptText } from '@k12/contracts/planning/copies';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import * as queries from './kept-texts.queries.ts';

export async function listKeptTexts(context: Context, planId: string): Promise<{ data: KeptText[] }> {
  return context.readTenant(async (tx) => {
    await selectReadablePlan(tx, context.actor, planId, 'unit');
    const rows = await queries.listKeptTexts(tx, planId);
    return { data: rows.map((row) => ({ ...row, label: row.label as unknown as KeptText['label'] })) };
  });
}

/** Nobody's words are lost: what must leave its place stays beside the plan (PLN-61, PLN-146). */
export function keepTexts(
  tx: Transaction,
  context: Context,
  planId: string,
  reason: KeptText['reason'],
  texts: readonly queries.NewKeptText[],
): Promise<void> {
  const created_at = context.platform.clock.now().toISOString();
  return queries.createKeptTexts(tx, planId, reason, texts, created_at);
}
