import { text } from 'node:stream/consumers';
import type { Context, Platform } from '../context.ts';
import { storageKey } from '../files/storage.ts';
import { storeBytes } from '../files/store-bytes.ts';
import { type Closing, isSigned, signClosing } from './chain-hash.ts';
import { createClosing, selectLastOfChain } from './chain-rows.ts';

/**
 * Signs the present end of the chain and lays it down outside the database too: who cuts the end of the chain off
 * would have to forge the signature or reach the file storage as well (PRV-122).
 */
export async function closeChain(context: Context): Promise<void> {
  const { platform, actor } = context;
  const last = await context.readTenant(selectLastOfChain);
  if (!last) return;
  const closing: Closing = {
    tenant_id: actor.tenant_id,
    number: last.number,
    hash: last.hash.toString('hex'),
    closed_at: platform.clock.now().toISOString(),
  };
  const signature = signClosing(platform.config.APP_SECRET_KEY, closing);
  await context.withTenant((tx) =>
    createClosing(tx, { number: last.number, hash: last.hash, signature, closed_at: closing.closed_at }),
  );
  const laidDown = JSON.stringify({ closing, signature: signature.toString('base64') });
  await storeBytes(platform.files, latestKey(closing.tenant_id), laidDown, 'application/json');
}

/** The newest closing outside the database; null where there is none or its signature is not ours. */
export async function readLatestClosing(platform: Platform, tenantId: string): Promise<Closing | null> {
  const stored = await platform.files.open(latestKey(tenantId)).then(text, () => null);
  if (stored === null) return null;
  const { closing, signature } = JSON.parse(stored) as { closing: Closing; signature: string };
  const known = isSigned(platform.config.APP_SECRET_KEY, closing, Buffer.from(signature, 'base64'));
  return known && closing.tenant_id === tenantId ? closing : null;
}

function latestKey(tenantId: string): string {
  return storageKey(tenantId, 'audit', 'latest-closing.json');
}
