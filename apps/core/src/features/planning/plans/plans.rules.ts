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
