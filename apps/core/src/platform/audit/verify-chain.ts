import { newId } from '@k12/db';
import type { Context } from '../context.ts';
import { type ChainedEvent, type Closing, chainHash, firstHash, isSigned } from './chain-hash.ts';
import { isAnyUnnumberedBefore, listChain, listClosings } from './chain-rows.ts';
import { readLatestClosing } from './close-chain.ts';
import { idBefore } from './number-events.ts';

export type ChainProblem = 'changed' | 'missing' | 'cut' | 'unnumbered' | 'closing_forged';

export interface Verification {
  checked: number;
  /** Where the chain is first not what it was; null when it is whole. */
  first_bad_number: number | null;
  problem: ChainProblem | null;
}

const batchSize = 1_000;
/** New events get their number within minutes; one that has none for this long was put in from outside. */
const numberedWithinMs = 2 * 3_600_000;

/** Names the first number at which events were altered, removed, inserted, reordered or cut off (PRV-123). */
export async function verifyChain(context: Context): Promise<Verification> {
  const closings = await readClosings(context);
  if ('problem' in closings) return closings;
  const state: Walk = { number: 0, hash: firstHash(context.actor.tenant_id), checked: 0 };
  for (;;) {
    const batch = await context.readTenant((tx) => listChain(tx, state.number, batchSize));
    for (const row of batch) {
      const problem = check(row, state, closings);
      if (problem) return { checked: state.checked, ...problem };
    }
    if (batch.length < batchSize) break;
  }
  const beyond = [...closings.keys()].find((number) => number > state.number);
  if (beyond !== undefined)
    return { checked: state.checked, first_bad_number: state.number + 1, problem: 'cut' };
  const settled = idBefore(newId(), numberedWithinMs);
  if (await context.readTenant((tx) => isAnyUnnumberedBefore(tx, settled))) {
    return { checked: state.checked, first_bad_number: state.number + 1, problem: 'unnumbered' };
  }
  return { checked: state.checked, first_bad_number: null, problem: null };
}

interface Walk {
  number: number;
  hash: Buffer;
  checked: number;
}

type Row = Awaited<ReturnType<typeof listChain>>[number];
type Closings = Map<number, string>;

function check(row: Row, state: Walk, closings: Closings): Omit<Verification, 'checked'> | null {
  const expected = state.number + 1;
  if (row.number !== expected) {
    // Months that retention removed have left their closing; the chain goes on from there (PRV-121).
    const kept = state.number === 0 ? closings.get(row.number - 1) : undefined;
    if (kept === undefined) return { first_bad_number: expected, problem: 'missing' };
    state.hash = Buffer.from(kept, 'hex');
  }
  if (row.id === null) return { first_bad_number: row.number, problem: 'missing' };
  state.hash = chainHash(state.hash, row.number, row as ChainedEvent);
  state.number = row.number;
  const closed = closings.get(row.number);
  const isWhole =
    state.hash.equals(row.hash) && (closed === undefined || closed === row.hash.toString('hex'));
  if (!isWhole) return { first_bad_number: row.number, problem: 'changed' };
  state.checked += 1;
  return null;
}

async function readClosings(context: Context): Promise<Closings | Verification> {
  const { platform, actor } = context;
  const { tenant_id } = actor;
  const closings: Closings = new Map();
  for (const row of await context.readTenant(listClosings)) {
    const closed_at = new Date(row.closed_at).toISOString();
    const closing: Closing = { tenant_id, number: row.number, hash: row.hash.toString('hex'), closed_at };
    if (!isSigned(platform.config.APP_SECRET_KEY, closing, row.signature)) {
      return { checked: 0, first_bad_number: row.number, problem: 'closing_forged' };
    }
    closings.set(closing.number, closing.hash);
  }
  const outside = await readLatestClosing(platform, tenant_id);
  if (outside) closings.set(outside.number, outside.hash);
  return closings;
}
