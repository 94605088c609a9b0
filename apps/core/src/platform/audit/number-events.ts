import type { Context } from '../context.ts';
import { chainHash, firstHash } from './chain-hash.ts';
import {
  appendToChain,
  listUnnumbered,
  lockChain,
  selectLastOfChain,
  selectNewestChained,
} from './chain-rows.ts';

const batchSize = 500;
const nobody = '00000000-0000-0000-0000-000000000000';
/** A transaction may commit this long after it wrote its event, at the very most. */
const latestCommitMs = 3_600_000;

/** Numbers the tenant's new events and chains them. Any number of callers may try at once (PRV-122). */
export async function numberEvents(context: Context): Promise<number> {
  let numbered = 0;
  for (;;) {
    const batch = await numberBatch(context);
    numbered += batch;
    if (batch < batchSize) return numbered;
  }
}

function numberBatch(context: Context): Promise<number> {
  const { tenant_id } = context.actor;
  return context.withTenant(async (tx) => {
    await lockChain(tx, tenant_id);
    const [last, newest] = [await selectLastOfChain(tx), await selectNewestChained(tx)];
    const after = newest === undefined ? nobody : idBefore(newest, latestCommitMs);
    const events = await listUnnumbered(tx, after, batchSize);
    if (events.length === 0) return 0;
    let number = last?.number ?? 0;
    let hash = last?.hash ?? firstHash(tenant_id);
    const chained_at = context.platform.clock.now().toISOString();
    const rows = events.map((event) => {
      number += 1;
      hash = chainHash(hash, number, event);
      return { number, event_id: event.id, hash, chained_at };
    });
    await appendToChain(tx, rows);
    return rows.length;
  });
}

/** The smallest id that could have been made this long before another: an id begins with its time. */
export function idBefore(id: string, ms: number): string {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  const hex = Math.max(0, time - ms)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
