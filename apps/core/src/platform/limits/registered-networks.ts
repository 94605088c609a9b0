import type { DatabaseHandle } from '@k12/db';
import ipaddr from 'ipaddr.js';
import { sql } from 'kysely';

const reloadAfterMs = 30_000;

/** Networks that tenants have registered in their settings (`networks: ['203.0.113.0/24']`), kept in memory (IDN-101). */
export function createRegisteredNetworks(db: DatabaseHandle) {
  let ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | null = null;

  async function load(): Promise<void> {
    const rows = await db.global
      .selectFrom('tenants')
      .select(sql<string[]>`settings -> 'networks'`.as('networks'))
      .where(sql<boolean>`jsonb_typeof(settings -> 'networks') = 'array'`)
      .execute();
    ranges = rows.flatMap(({ networks }) =>
      networks.flatMap((text) => (ipaddr.isValidCIDR(text) ? [ipaddr.parseCIDR(text)] : [])),
    );
    loadedAt = Date.now();
  }

  return {
    /** Never makes a request wait for the database twice, and never fails one. */
    async includes(address: string): Promise<boolean> {
      if (Date.now() - loadedAt > reloadAfterMs) {
        loading ??= load()
          .catch(() => undefined)
          .finally(() => {
            loading = null;
          });
        if (loadedAt === Number.NEGATIVE_INFINITY) await loading;
      }
      if (ranges.length === 0 || !ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return ranges.some(
        ([base, bits]) => base.kind() === parsed.kind() && parsed.match([base, bits] as never),
      );
    },
    forget() {
      loadedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

export type RegisteredNetworks = ReturnType<typeof createRegisteredNetworks>;
