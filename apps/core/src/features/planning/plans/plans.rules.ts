import type { Capability } from '@k12/contracts';
import {
  familyOfKind,
  type PlanKind,
  type PlanVerb,
  planCapability,
} from '@k12/contracts/planning/plan-families';

export function capabilityOf(kind: PlanKind, verb: PlanVerb): Capability {
  return planCapability(familyOfKind(kind), verb);
}

/** Days a plan stays in the bin unless the tenant says otherwise (PLN-19). */
const defaultBinDays = 30;

export function binDays(settings: unknown): number {
  const days = (settings as { plan_bin_days?: unknown } | null)?.plan_bin_days;
  if (typeof days !== 'number' || !Number.isInteger(days)) return defaultBinDays;
  return Math.min(365, Math.max(7, days));
}

/** The title itself, or with the first number that nobody has: `Fractions (2)` (PLN-20). */
export function freeTitle(title: string, inUse: readonly string[]): string {
  const taken = new Set(inUse);
  if (!taken.has(title)) return title;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = title.slice(0, 200 - suffix.length) + suffix;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Without repeats and in the order given. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
