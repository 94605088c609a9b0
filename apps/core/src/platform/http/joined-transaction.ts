import type { Transaction } from '@k12/db';
import type { Context } from '../context.ts';
import * as queries from './joined-transaction.queries.ts';

/**
 * The same context, whose transactions are parts of one that is open already: what one of them did is undone when
 * it fails, and all that succeeded is committed together. Two at once, or one inside another, cannot share a
 * connection; the later one gets its own.
 */
export function joinTransaction(context: Context, tx: Transaction): Context {
  let isBusy = false;
  const join =
    (alone: Context['withTenant']): Context['withTenant'] =>
    async (work) => {
      if (isBusy) return alone(work);
      isBusy = true;
      try {
        return await asPart(tx, work);
      } finally {
        isBusy = false;
      }
    };
  return { ...context, withTenant: join(context.withTenant), readTenant: join(context.readTenant) };
}

async function asPart<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await queries.beginPart(tx);
  try {
    const result = await work(tx);
    await queries.keepPart(tx);
    return result;
  } catch (error) {
    await queries.undoPart(tx);
    throw error;
  }
}
