import type { RateClass } from '@k12/contracts';

/** Who a limit counts: an address, a browser, an account name tried from one browser, or a signed-in caller. */
export type LimitSubject = 'address' | 'browser' | 'account' | 'account_browser' | 'user' | 'token';

export interface LimitRule {
  /** Appears in RateLimit-Policy and in the refusal. */
  name: string;
  per: LimitSubject;
  limit: number;
  window_seconds: number;
  /** Only refused attempts count, so that a school behind one address can sign in (IDN-101). */
  failures_only?: boolean;
}

const minute = 60;
const hour = 3_600;
const day = 24 * hour;

/** Addresses of a network that a tenant has registered get this many times the limit (IDN-101). */
export const registeredNetworkFactor = 20;

/** An address that meets the sign-in limit this often within ten minutes waits an hour (IDN-103). */
export const addressBlock = { refusals: 3, within_seconds: 10 * minute, lasts_seconds: hour };

/** The classes of IDN-100. An operator scales a class with RATE_LIMITS, for example `{"search": 2}`. */
export const limitTable: Readonly<Record<RateClass, readonly LimitRule[]>> = {
  sign_in: [
    {
      name: 'sign_in_account',
      per: 'account_browser',
      limit: 10,
      window_seconds: 10 * minute,
      failures_only: true,
    },
    { name: 'sign_in_address', per: 'address', limit: 300, window_seconds: 10 * minute, failures_only: true },
  ],
  recovery: [
    { name: 'recovery_account', per: 'account', limit: 3, window_seconds: hour },
    { name: 'recovery_address', per: 'address', limit: 60, window_seconds: hour },
  ],
  sso: [
    { name: 'sso_browser', per: 'browser', limit: 10, window_seconds: minute },
    { name: 'sso_address', per: 'address', limit: 600, window_seconds: minute },
  ],
  code: [
    { name: 'code', per: 'account', limit: 5, window_seconds: 30 * day, failures_only: true },
    { name: 'code_address', per: 'address', limit: 60, window_seconds: hour, failures_only: true },
  ],
  public: [{ name: 'public', per: 'address', limit: 60, window_seconds: minute }],
  general: [
    { name: 'general', per: 'user', limit: 300, window_seconds: minute },
    { name: 'burst', per: 'user', limit: 60, window_seconds: 1 },
    { name: 'general_token', per: 'token', limit: 600, window_seconds: minute },
  ],
  search: [{ name: 'search', per: 'user', limit: 60, window_seconds: minute }],
  upload: [
    { name: 'upload', per: 'user', limit: 60, window_seconds: minute },
    { name: 'upload_hour', per: 'user', limit: 600, window_seconds: hour },
  ],
  export: [{ name: 'export', per: 'user', limit: 10, window_seconds: minute }],
  bulk: [{ name: 'bulk', per: 'user', limit: 10, window_seconds: minute }],
  message: [{ name: 'message', per: 'user', limit: 30, window_seconds: minute }],
  ai: [
    { name: 'ai', per: 'user', limit: 20, window_seconds: minute },
    { name: 'ai_token', per: 'token', limit: 10, window_seconds: minute },
  ],
  add_on: [{ name: 'add_on', per: 'token', limit: 60, window_seconds: minute }],
  test_call: [{ name: 'test_call', per: 'user', limit: 10, window_seconds: minute }],
};

export type LimitTable = typeof limitTable;

/** Classes that protect accounts: with the shared store down they go on counting in this process (IDN-103). */
export const guardedClasses: ReadonlySet<RateClass> = new Set(['sign_in', 'recovery', 'sso', 'code']);

export function scaledTable(factors: Partial<Record<RateClass, number>>): LimitTable {
  const scale = (rateClass: string, rules: readonly LimitRule[]) => {
    const factor = factors[rateClass as RateClass] ?? 1;
    return rules.map((rule) => ({ ...rule, limit: Math.max(1, Math.floor(rule.limit * factor)) }));
  };
  return Object.fromEntries(
    Object.entries(limitTable).map(([name, rules]) => [name, scale(name, rules)]),
  ) as unknown as LimitTable;
}
