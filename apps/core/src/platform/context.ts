import type { DatabaseHandle, QueryMeter, ReadOptions, TenantScope, Transaction } from '@k12/db';
import type { GatewayClient } from './ai-gateway/gateway-client.ts';
import type { Actor } from './auth/actor.ts';
import type { Bus } from './cache/bus.ts';
import type { Cache } from './cache/cache.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { EventSubscribers } from './events/event-subscribers.ts';
import type { LiveHub } from './events/live-hub.ts';
import type { Scanner } from './files/scanner.ts';
import type { Storage } from './files/storage.ts';
import type { FeatureFlags } from './flags/feature-flags.ts';
import type { Health } from './health/health.ts';
import type { RequestFigures } from './health/request-figures.ts';
import type { JobRegistry } from './jobs/job-registry.ts';
import type { Limits } from './limits/limits.ts';
import type { RegisteredNetworks } from './limits/registered-networks.ts';
import type { Log } from './log.ts';
import type { MailTransport } from './mail/mail-transport.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { UrlRules } from './outbound/check-url.ts';
import type { ErrorRing } from './telemetry/error-ring.ts';

/** The services every feature may use. Built once in platform/create-platform.ts and passed on explicitly. */
export interface Platform {
  config: Config;
  clock: Clock;
  db: DatabaseHandle;
  log: Log;
  metrics: Metrics;
  bus: Bus;
  cache: Cache;
  flags: FeatureFlags;
  gateway: GatewayClient;
  health: Health;
  request_figures: RequestFigures;
  files: Storage;
  /** Null where no scanner is set up. */
  scanner: Scanner | null;
  mail: MailTransport;
  events: EventSubscribers;
  jobs: JobRegistry;
  live: LiveHub;
  errors: ErrorRing;
  limits: Limits;
  networks: RegisteredNetworks;
  /** For safeFetch: which addresses that people set may be called. */
  url_rules: UrlRules;
}

/** Who acts, from where, and the door to their tenant's data. */
export interface Context {
  platform: Platform;
  actor: Actor;
  request_id: string;
  ip: string | null;
  user_agent: string | null;
  /** The school chosen with X-School-Id; narrows, never widens (IDN-03). */
  school_id: string | null;
  meter: QueryMeter;
  /** Passed on with every call this request causes; null where none began it (OPS-153). */
  traceparent: string | null;
  withTenant<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readTenant<T>(work: (tx: Transaction) => Promise<T>, options?: ReadOptions): Promise<T>;
}

export interface ContextSource {
  platform: Platform;
  actor: Actor;
  request_id: string;
  ip?: string | null;
  user_agent?: string | null;
  school_id?: string | null;
  meter?: QueryMeter;
  traceparent?: string;
}

export function createContext(source: ContextSource): Context {
  const meter = source.meter ?? { count: 0, milliseconds: 0 };
  const scope: TenantScope = { tenant_id: source.actor.tenant_id, meter, writer: writerOf(source.actor) };
  const { db } = source.platform;
  return {
    platform: source.platform,
    actor: source.actor,
    request_id: source.request_id,
    ip: source.ip ?? null,
    user_agent: source.user_agent ?? null,
    school_id: source.school_id ?? null,
    meter,
    traceparent: source.traceparent ?? null,
    withTenant: (work) => db.withTenant(scope, work),
    readTenant: (work, options) => db.readTenant(scope, work, options),
  };
}

/** In the name of a person: the same on every device, so that a write in one tab shows in the other (OPS-73). */
function writerOf({ tenant_id, user_id }: Actor): string | null {
  return user_id && `${tenant_id}:${user_id}`;
}
