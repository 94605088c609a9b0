import type { ArchivedAccess } from '@k12/contracts/identity/archived-access';
import { TenantSettings } from '@k12/contracts/identity/tenant-settings';
import { LRUCache } from 'lru-cache';
import { dayIn } from '../../../platform/clock.ts';
import type { Context, Platform } from '../../../platform/context.ts';
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
  const fetchMethod = async (id: string) => {
    const row = await queries.selectOptionalTenant(platform.db, id);
    return row && tenantOf(row);
  };
  const cache = new LRUCache<string, Tenant>({ max: 5_000, ttl: 5_000, fetchMethod });
  cachePerDatabase.set(platform.db, cache);
  return cache;
}

/**
 * What was known a moment ago, while it is read again beside: this is asked inside transactions, and to wait there for a
 * second connection would stop everybody as soon as as many ask as there are connections.
 */
export function selectTenant(platform: Platform, tenantId: string): Promise<Tenant> {
  return read(platform, tenantId, true);
}

/** Never older than five seconds; for those who hold no connection. */
export function selectTenantOfNow(platform: Platform, tenantId: string): Promise<Tenant> {
  return read(platform, tenantId, false);
}

/** The organisation's local day: terms, roles and placements are dates. */
export async function todayOf({ platform, actor }: Pick<Context, 'platform' | 'actor'>): Promise<string> {
  const { time_zone } = await selectTenant(platform, actor.tenant_id);
  return dayIn(time_zone, platform.clock.now());
}

async function read(platform: Platform, tenantId: string, allowStale: boolean): Promise<Tenant> {
  const tenant = await cacheOf(platform).fetch(tenantId, { allowStale });
  if (!tenant) throw new Problem('not_found');
  return tenant;
}

export async function selectOptionalTenantBySlug(platform: Platform, slug: string): Promise<Tenant | null> {
  const row = await queries.selectOptionalTenantBySlug(platform.db, slug);
  if (!row) return null;
  const tenant = tenantOf(row);
  cacheOf(platform).set(row.id, tenant);
  return tenant;
}

/** What is cached of it here is out of date; other processes notice within five seconds. */
export function forgetTenant(platform: Platform, tenantId: string): void {
  cacheOf(platform).delete(tenantId);
}

function tenantOf(row: Row): Tenant {
  const { optional_grants, ...settings } = knownSettings(TenantSettings, row.settings);
  return {
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
}
