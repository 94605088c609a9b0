import type { ArchivedAccess } from '@k12/contracts/identity/archived-access';
import { TenantSettings } from '@k12/contracts/identity/tenant-settings';
import { LRUCache } from 'lru-cache';
import type { Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { knownSettings } from '../../../platform/known-settings.ts';
import * as queries from './tenants.queries.ts';

export interface Tenant {
  id: string;
  name: string;
  slug: string;
  kind: 'school' | 'district';
  locale: string;
  time_zone: string;
  state: string;
  optional_grants: ReadonlySet<string>;
  /** How large a file of student work may be (TCH-53). */
  submission_megabytes: number;
  archived_access: ArchivedAccess;
}

type Row = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalTenant>>>;

/** Tenants change rarely and are needed by every request; five seconds is how late a suspension may bite. */
const cachePerDatabase = new WeakMap<object, LRUCache<string, Tenant>>();

function cacheOf(platform: Platform): LRUCache<string, Tenant> {
  const known = cachePerDatabase.get(platform.db);
  if (known) return known;
  const cache = new LRUCache<string, Tenant>({ max: 5_000, ttl: 5_000 });
  cachePerDatabase.set(platform.db, cache);
  return cache;
}

export async function selectTenant(platform: Platform, tenantId: string): Promise<Tenant> {
  const cached = cacheOf(platform).get(tenantId);
  if (cached) return cached;
  const row = await queries.selectOptionalTenant(platform.db, tenantId);
  if (!row) throw new Problem('not_found');
  return remember(platform, row);
}

export async function selectOptionalTenantBySlug(platform: Platform, slug: string): Promise<Tenant | null> {
  const row = await queries.selectOptionalTenantBySlug(platform.db, slug);
  return row ? remember(platform, row) : null;
}

/** What is cached of it here is out of date; other processes notice within five seconds. */
export function forgetTenant(platform: Platform, tenantId: string): void {
  cacheOf(platform).delete(tenantId);
}

function remember(platform: Platform, row: Row): Tenant {
  const { optional_grants, ...settings } = knownSettings(TenantSettings, row.settings);
  const tenant: Tenant = {
    id: row.id,
    name: row.name,
    slug: row.slug,
    kind: row.kind as Tenant['kind'],
    locale: row.locale,
    time_zone: row.time_zone,
    state: row.state,
    optional_grants: new Set(optional_grants),
    submission_megabytes: settings.submission_megabytes,
    archived_access: settings.archived_access,
  };
  cacheOf(platform).set(row.id, tenant);
  return tenant;
}
