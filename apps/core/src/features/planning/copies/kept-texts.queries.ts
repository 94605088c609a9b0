import { newId, type Transaction } from '@k12/db';

export interface NewKeptText {
  path: string;
  label: object;
  value: unknown;
}

export function listKeptTexts(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plan_kept_texts')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function createKeptTexts(
  tx: Transaction,
  planId: string,
  reason: 'push' | 'pack_move',
  texts: readonly NewKeptText[],
  created_at: string,
): Promise<void> {
  if (texts.length === 0) return;
  await tx
    .insertInto('plan_kept_texts')
    .values(
      texts.map(({ path, label, value }) => ({
        id: newId(),
        plan_id: planId,
        path,
        label: JSON.stringify(label),
        value: JSON.stringify(value),
        reason,
        created_at,
      })),
    )
    .execute();
}
