import { createHash } from 'node:crypto';
import { type FlagKey, flags } from '@k12/contracts/operations/flags';

export interface FlagRow {
  key: string;
  enabled: boolean | null;
  rollout_percent: number | null;
  rollout_by: string;
  roles: string[];
}

export interface OverrideRow {
  key: string;
  enabled: boolean;
  rollout_percent: number | null;
  roles: string[];
}

export interface FlagSubject {
  tenant_id: string | null;
  user_id: string | null;
  roles: readonly string[];
}

export type FlagOrigin = 'override' | 'rule' | 'global' | 'default';

/** The order of OPS-108; each step that has nothing to say about this caller leaves it to the next. */
export function evaluateFlag(
  key: FlagKey,
  subject: FlagSubject,
  flag: FlagRow | undefined,
  override: OverrideRow | undefined,
): { enabled: boolean; origin: FlagOrigin } {
  if (override && isIncluded(key, subject, override, 'user'))
    return { enabled: override.enabled, origin: 'override' };
  if (flag && hasRules(flag) && isIncluded(key, subject, flag, flag.rollout_by))
    return { enabled: true, origin: 'rule' };
  if (flag && flag.enabled !== null) return { enabled: flag.enabled, origin: 'global' };
  return { enabled: flags[key].default_enabled, origin: 'default' };
}

type Rules = Pick<FlagRow, 'rollout_percent' | 'roles'>;

function hasRules({ rollout_percent, roles }: Rules): boolean {
  return rollout_percent !== null || roles.length > 0;
}

function isIncluded(key: string, subject: FlagSubject, rules: Rules, by: string): boolean {
  if (rules.roles.length > 0 && !rules.roles.some((role) => subject.roles.includes(role))) return false;
  if (rules.rollout_percent === null) return true;
  const id = by === 'user' ? subject.user_id : subject.tenant_id;
  return id !== null && bucketOf(key, id) < rules.rollout_percent;
}

/** 0 to 99, always the same for the same subject: raising a percentage only ever adds (OPS-109). */
export function bucketOf(key: string, id: string): number {
  return createHash('sha256').update(`${key}:${id}`).digest().readUInt32BE(0) % 100;
}
