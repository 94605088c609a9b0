import type { RateClass } from '@k12/contracts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Counter, CounterState, LimitStore } from './limit-store.ts';
import {
  addressBlock,
  guardedClasses,
  type LimitRule,
  type LimitTable,
  registeredNetworkFactor,
} from './limit-table.ts';
import { createStoreFallback } from './store-fallback.ts';

/** Whose attempt it is; every value is an id or a keyed hash, never a name (IDN-119). */
export interface LimitCaller {
  tenant_id: string | null;
  user_id: string | null;
  is_token: boolean;
  address: string;
  in_registered_network: boolean;
  browser: string | null;
  account: string | null;
}

export interface RuleState {
  name: string;
  limit: number;
  window_seconds: number;
  remaining: number;
  reset_seconds: number;
}

export interface Admission {
  states: RuleState[];
  /** Set when the attempt is refused: the rule that says no and the seconds to wait. */
  refused: { name: string; retry_after: number } | null;
  /** Classes that count failures only learn here how it went. */
  settle(succeeded: boolean): Promise<void>;
}

export interface LimitsParts {
  table: LimitTable;
  store: LimitStore;
  clock: Clock;
  log: Log;
  metrics: Metrics;
}

export type Limits = ReturnType<typeof createLimits>;

interface Applied {
  rule: LimitRule;
  counter: Counter;
}

export function createLimits({ table, store, clock, log, metrics }: LimitsParts) {
  const use = createStoreFallback({ store, log, metrics });

  async function admit(rateClass: RateClass, caller: LimitCaller): Promise<Admission> {
    const applied = applicable(table[rateClass], rateClass, caller);
    const guarded = guardedClasses.has(rateClass);
    const now = clock.now().getTime();
    const blocked = rateClass === 'sign_in' ? await use(true, (at) => at.blockedFor(caller.address, now)) : 0;
    const counted = applied.filter(({ rule }) => !isSettledLater(rule));
    const looked = applied.filter(({ rule }) => isSettledLater(rule));
    const [added, seen] = await Promise.all([
      countersOf(counted).length > 0 ? use(guarded, (at) => at.add(countersOf(counted), now)) : [],
      countersOf(looked).length > 0 ? use(guarded, (at) => at.look(countersOf(looked), now)) : [],
    ]);
    const rows = [...judged(counted, added, 0), ...judged(looked, seen, 1)];
    const refusing = rows.find((row) => row.over);
    const refused = refusal(blocked ?? 0, refusing);
    if (refused) {
      // A refused attempt must not push the end of the wait further away.
      if (counted.length > 0) await use(guarded, (at) => at.takeBack(countersOf(counted), now));
      if (!blocked && refusing?.rule.name === 'sign_in_address') await noteAddressRefusal(caller, now);
    }
    metrics.rate_limit_decisions.inc({ class: rateClass, outcome: refused ? 'refused' : 'allowed' });
    return {
      states: rows.map((row) => presentState(row.rule, row.counter, row.state)),
      refused,
      settle: (succeeded) => (refused ? Promise.resolve() : settle(applied, guarded, succeeded)),
    };
  }

  async function settle(applied: Applied[], guarded: boolean, succeeded: boolean): Promise<void> {
    const failuresOnly = applied.filter(({ rule }) => rule.failures_only);
    if (failuresOnly.length === 0) return;
    const now = clock.now().getTime();
    const back = countersOf(failuresOnly.filter(({ rule }) => !isSettledLater(rule)));
    const forward = countersOf(failuresOnly.filter(({ rule }) => isSettledLater(rule)));
    if (succeeded && back.length > 0) await use(guarded, (at) => at.takeBack(back, now));
    if (!succeeded && forward.length > 0) await use(guarded, (at) => at.add(forward, now));
  }

  /** IDN-103: an address that keeps trying is blocked for an hour; a registered school network is only slowed. */
  async function noteAddressRefusal(caller: LimitCaller, now: number): Promise<void> {
    const [state] = (await use(true, (at) => at.add([refusalCounter(caller.address)], now))) ?? [];
    if (caller.in_registered_network || (state?.used ?? 0) < addressBlock.refusals) return;
    await use(true, (at) => at.block(caller.address, addressBlock.lasts_seconds, now));
    metrics.sign_in_address_blocks.inc();
    log.warn({ alert: 'sign_in_address_blocked', ip: caller.address }, 'an address is blocked from sign-in');
  }

  /** What is left, without counting anything: for answers that no class counts. */
  async function look(rateClass: RateClass, caller: LimitCaller): Promise<RuleState[]> {
    const applied = applicable(table[rateClass], rateClass, caller);
    const now = clock.now().getTime();
    const seen = await use(false, (at) => at.look(countersOf(applied), now));
    return applied.map(({ rule, counter }, at) => presentState(rule, counter, seen?.[at]));
  }

  return { admit, look };
}

/** An address holds many people at once: attempts on their way must not count against each other. */
function isSettledLater(rule: LimitRule): boolean {
  return rule.failures_only === true && rule.per === 'address';
}

/** `attempt` is 1 where the attempt itself is not counted yet. */
function judged(rows: readonly Applied[], states: CounterState[] | null, attempt: 0 | 1) {
  return rows.map((row, at) => {
    const state = states?.[at];
    return { ...row, state, over: state !== undefined && state.used + attempt > row.counter.limit };
  });
}

function refusalCounter(address: string): Counter {
  const { refusals, within_seconds } = addressBlock;
  return { key: `sign_in_refusals:${address}`, limit: refusals, window_ms: within_seconds * 1000 };
}

function refusal(
  blocked: number,
  row: (Applied & { state: CounterState | undefined }) | undefined,
): Admission['refused'] {
  if (blocked > 0) return { name: 'sign_in_blocked', retry_after: blocked };
  return row ? { name: row.rule.name, retry_after: row.state?.reset_seconds ?? 1 } : null;
}

function countersOf(rows: readonly Applied[]): Counter[] {
  return rows.map(({ counter }) => counter);
}

function applicable(rules: readonly LimitRule[], rateClass: RateClass, caller: LimitCaller): Applied[] {
  const known = rules.filter(
    ({ per }) => !(per === 'token' ? !caller.is_token : per === 'user' && caller.is_token && hasToken(rules)),
  );
  return known.flatMap((rule) => {
    const subject = subjectOf(rule, caller);
    if (subject === null) return [];
    const wider = rule.per === 'address' && caller.in_registered_network ? registeredNetworkFactor : 1;
    const key = `${caller.tenant_id ?? '-'}:${rateClass}:${rule.name}:${subject}`;
    return [{ rule, counter: { key, limit: rule.limit * wider, window_ms: rule.window_seconds * 1000 } }];
  });
}

function hasToken(rules: readonly LimitRule[]): boolean {
  return rules.some(({ per }) => per === 'token');
}

function subjectOf({ per }: LimitRule, caller: LimitCaller): string | null {
  if (per === 'address') return caller.address;
  if (per === 'browser') return caller.browser ?? caller.address;
  if (per === 'account') return caller.account;
  if (per === 'account_browser')
    return caller.account && `${caller.account}:${caller.browser ?? caller.address}`;
  return caller.user_id ?? caller.address;
}

function presentState(rule: LimitRule, counter: Counter, state: CounterState | undefined): RuleState {
  return {
    name: rule.name,
    limit: counter.limit,
    window_seconds: rule.window_seconds,
    remaining: Math.max(0, counter.limit - (state?.used ?? 0)),
    reset_seconds: state?.reset_seconds ?? rule.window_seconds,
  };
}
