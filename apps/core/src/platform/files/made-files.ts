import type { Readable } from 'node:stream';
import { daysLater } from '../clock.ts';
import type { Context } from '../context.ts';
import { Problem } from '../errors.ts';
import * as queries from './made-files.queries.ts';
import { guarded } from './storage.ts';

/** A copy made for somebody waits a week to be fetched (PLN-169); the data it was made of stays. */
const keptDays = 7;
const perRound = 100;

export function madeFileExpiresAt(now: Date): string {
  return daysLater(now, keptDays);
}

interface MadeFile {
  state: string;
  storage_key: string | null;
  file_name: string | null;
  expires_at: string;
}

/** Over from the minute it says, not from the night in which it is removed. */
export function withMadeState<Row extends Pick<MadeFile, 'state' | 'expires_at'>>(row: Row, now: Date) {
  return Date.parse(row.expires_at) < now.getTime() ? { ...row, state: 'expired' as const } : row;
}

export async function openMadeFile(
  { platform }: Context,
  row: MadeFile,
): Promise<{ content: Readable; file_name: string }> {
  const { state, storage_key, file_name } = withMadeState(row, platform.clock.now());
  if (state === 'expired') throw new Problem('gone');
  if (!storage_key || !file_name) throw new Problem('conflict');
  return { content: await guarded(() => platform.files.open(storage_key)), file_name };
}

export async function purgeMadeFiles(context: Context, table: queries.MadeFileTable): Promise<void> {
  const { files, clock } = context.platform;
  const now = clock.now().toISOString();
  for (;;) {
    const expired = await context.withTenant((tx) => queries.listExpired(tx, table, now, perRound));
    if (expired.length === 0) return;
    for (const { storage_key } of expired) if (storage_key) await guarded(() => files.remove(storage_key));
    const ids = expired.map(({ id }) => id);
    await context.withTenant((tx) => queries.markExpired(tx, table, ids));
  }
}
