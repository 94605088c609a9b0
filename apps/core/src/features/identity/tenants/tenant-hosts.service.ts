import { LRUCache } from 'lru-cache';
import type { Platform } from '../../../platform/context.ts';
import { selectOptionalTenantOfHost } from './tenants.queries.ts';

/** Every request asks and addresses hardly ever change; bounded, because anybody can make up host names. */
const cachePerDatabase = new WeakMap<object, LRUCache<string, { tenant_id: string | null }>>();

function cacheOf({ db }: Platform) {
  const known = cachePerDatabase.get(db);
  if (known) return known;
  const cache = new LRUCache<string, { tenant_id: string | null }>({ max: 2_000, ttl: 30_000 });
  cachePerDatabase.set(db, cache);
  return cache;
}

/** Whose own address this is, as of now; null for the addresses that all share. */
export function lookUpTenantOfHost({ db }: Platform, host: string): Promise<string | null> {
  return selectOptionalTenantOfHost(db, host.toLowerCase());
}

async function tenantIdOfHost(platform: Platform, host: string): Promise<string | null> {
  const name = host.toLowerCase();
  const cache = cacheOf(platform);
  const cached = cache.get(name);
  if (cached) return cached.tenant_id;
  const tenant_id = await lookUpTenantOfHost(platform, name);
  cache.set(name, { tenant_id });
  return tenant_id;
}

/** At the address of another organisation nobody is signed in (IDN-02). */
export async function isAtForeignHost(platform: Platform, host: string, tenantId: string): Promise<boolean> {
  const owner = await tenantIdOfHost(platform, host);
  return owner !== null && owner !== tenantId;
}
