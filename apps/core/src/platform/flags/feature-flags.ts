import { type FlagKey, flagKeys } from '@k12/contracts/operations/flags';
import type { DatabaseHandle } from '@k12/db';
import type { Bus } from '../cache/bus.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { evaluateFlag, type FlagRow, type FlagSubject, type OverrideRow } from './flag-rules.ts';

export interface FlagParts {
  db: DatabaseHandle;
  bus: Bus;
  log: Log;
  metrics: Metrics;
}

interface Snapshot {
  flags: Map<string, FlagRow>;
  overrides: Map<string, Map<string, OverrideRow>>;
}

const topic = 'flags';
/** For a change whose message got lost: half of the 30 seconds that OPS-108 allows. */
const reloadEveryMs = 15_000;
const known: ReadonlySet<string> = new Set(flagKeys);

/** All flags and overrides of all tenants, in memory: evaluation asks nobody (OPS-108). */
export function createFeatureFlags({ db, bus, log, metrics }: FlagParts) {
  let snapshot: Snapshot = { flags: new Map(), overrides: new Map() };
  let latest = 0;
  const reported = new Set<string>();

  async function reload(): Promise<void> {
    latest += 1;
    const mine = latest;
    const loaded = await loadSnapshot(db);
    if (mine === latest) snapshot = loaded;
  }
  const reloadQuietly = () =>
    void reload().catch((error) => log.warn({ err: error }, 'flags could not be loaded'));
  bus.subscribe(topic, { receive: reloadQuietly, reconnected: reloadQuietly });
  const timer = setInterval(reloadQuietly, reloadEveryMs).unref();

  function evaluate(key: FlagKey, subject: FlagSubject) {
    const override = subject.tenant_id ? snapshot.overrides.get(subject.tenant_id)?.get(key) : undefined;
    return evaluateFlag(key, subject, snapshot.flags.get(key), override);
  }

  return {
    evaluate,
    /** Unknown keys are off, and said so once. */
    isOn(key: string, subject: FlagSubject): boolean {
      if (!known.has(key)) {
        if (!reported.has(key)) log.warn({ flag: key }, 'unknown feature flag');
        reported.add(key);
        return false;
      }
      const { enabled } = evaluate(key as FlagKey, subject);
      metrics.flag_evaluations.inc({ key, outcome: enabled ? 'on' : 'off' });
      return enabled;
    },
    /** Every flag as this caller has it. */
    all(subject: FlagSubject): Record<string, boolean> {
      return Object.fromEntries(flagKeys.map((key) => [key, evaluate(key, subject).enabled]));
    },
    reload,
    /** After a committed change: here at once, elsewhere with the message. */
    async changed(): Promise<void> {
      await reload();
      await bus.publish(topic, 'changed').catch(() => undefined);
    },
    close: () => clearInterval(timer),
  };
}

export type FeatureFlags = ReturnType<typeof createFeatureFlags>;

async function loadSnapshot(db: DatabaseHandle): Promise<Snapshot> {
  const [flags, overrides] = await db.asJob('feature flags of every tenant', (tx) =>
    Promise.all([
      tx
        .selectFrom('feature_flags')
        .select(['key', 'enabled', 'rollout_percent', 'rollout_by', 'roles'])
        .execute(),
      tx
        .selectFrom('feature_flag_overrides')
        .select(['tenant_id', 'key', 'enabled', 'rollout_percent', 'roles'])
        .execute(),
    ]),
  );
  const byTenant = new Map<string, Map<string, OverrideRow>>();
  for (const { tenant_id, ...override } of overrides) {
    const ofTenant = byTenant.get(tenant_id) ?? new Map<string, OverrideRow>();
    byTenant.set(tenant_id, ofTenant.set(override.key, override));
  }
  return { flags: new Map(flags.map((flag) => [flag.key, flag])), overrides: byTenant };
}
