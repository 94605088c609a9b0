import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { describeError, type ErrorDescription } from './describe-error.ts';

export interface ErrorPlace {
  source: 'core' | 'worker' | 'web' | 'ai_gateway';
  route: string | null;
  request_id: string | null;
  tenant_id: string | null;
}

export interface ErrorGroup extends ErrorDescription {
  fingerprint: string;
  source: ErrorPlace['source'];
  route: string | null;
  count: number;
  first_seen_at: string;
  last_seen_at: string;
  last_request_id: string | null;
  counts_by_tenant: Record<string, number>;
}

interface Entry extends ErrorDescription, ErrorPlace {
  fingerprint: string;
  at: string;
}

const capacity = 1_000;

/** The last thousand unforeseen errors of this process, for when no tracker is configured (OPS-154). */
export function createErrorRing(clock: Clock) {
  const entries: Entry[] = [];
  return {
    record(error: unknown, place: ErrorPlace): void {
      const description = describeError(error);
      const fingerprint = fingerprintOf(description, place);
      entries.push({ ...description, ...place, fingerprint, at: clock.now().toISOString() });
      if (entries.length > capacity) entries.shift();
    },
    /** Most recent first. */
    groups(): ErrorGroup[] {
      const groups = new Map<string, ErrorGroup>();
      for (const entry of entries) addTo(groups, entry);
      return [...groups.values()].sort((a, b) => b.last_seen_at.localeCompare(a.last_seen_at));
    },
    size: () => entries.length,
  };
}

export type ErrorRing = ReturnType<typeof createErrorRing>;

function fingerprintOf(
  { type, code, message, frames }: ErrorDescription,
  { source, route }: ErrorPlace,
): string {
  const frame = frames[0]?.replace(/:\d+/g, '');
  return createHash('sha256')
    .update([source, type, code, message, route, frame].join('\n'))
    .digest('hex')
    .slice(0, 16);
}

function addTo(groups: Map<string, ErrorGroup>, { request_id, tenant_id, at, ...entry }: Entry): void {
  const known = groups.get(entry.fingerprint);
  const group = known ?? {
    ...entry,
    count: 0,
    first_seen_at: at,
    last_seen_at: at,
    last_request_id: null,
    counts_by_tenant: {},
  };
  group.count += 1;
  group.last_seen_at = at;
  group.last_request_id = request_id;
  const tenant = tenant_id ?? 'none';
  group.counts_by_tenant[tenant] = (group.counts_by_tenant[tenant] ?? 0) + 1;
  groups.set(entry.fingerprint, group);
}
