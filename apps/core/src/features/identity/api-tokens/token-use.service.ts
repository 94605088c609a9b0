import type { Platform } from '../../../platform/context.ts';
import * as queries from './api-tokens.queries.ts';

interface Use {
  tenant_id: string;
  token_id: string;
  calls: number;
  used_on: string;
  last_used_at: string;
  last_used_ip: string;
  counted_since: number;
}

const writeEveryMilliseconds = 60_000;
const usesOf = new WeakMap<Platform, Map<string, Use>>();

/** IDN-90: calls are counted here and written once a minute for each token, not once for each call. */
export async function countUse(
  platform: Platform,
  tenantId: string,
  tokenId: string,
  ip: string,
): Promise<void> {
  const uses = usesOf.get(platform) ?? new Map<string, Use>();
  usesOf.set(platform, uses);
  const now = platform.clock.now();
  const used_on = now.toISOString().slice(0, 10);
  const key = `${tokenId}:${used_on}`;
  const use = uses.get(key) ?? {
    tenant_id: tenantId,
    token_id: tokenId,
    calls: 0,
    used_on,
    last_used_at: '',
    last_used_ip: ip,
    counted_since: 0,
  };
  uses.set(key, use);
  use.calls += 1;
  use.last_used_at = now.toISOString();
  use.last_used_ip = ip;
  if (now.getTime() - use.counted_since >= writeEveryMilliseconds) await writeUse(platform, use, now);
}

/** Before somebody looks at the figures, and when the process ends. */
export async function writeAllUses(platform: Platform): Promise<void> {
  const uses = usesOf.get(platform);
  for (const use of uses?.values() ?? []) await writeUse(platform, use, platform.clock.now());
}

async function writeUse(platform: Platform, use: Use, now: Date): Promise<void> {
  const { tenant_id, counted_since: _, ...row } = use;
  if (row.calls === 0) return;
  use.calls = 0;
  use.counted_since = now.getTime();
  await platform.db.withTenant({ tenant_id }, (tx) => queries.addUse(tx, row));
}
