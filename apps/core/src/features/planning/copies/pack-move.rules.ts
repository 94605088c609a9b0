import type { PackSection, PackWords, PlanSchema } from '@k12/contracts/planning/packs';
import type { Content } from '@k12/plan-content/paths';

export interface Mapped {
  from_key: string;
  from_label: PackWords;
  to_key: string | null;
  to_label: PackWords | null;
  candidates: string[];
}

export interface Moved {
  mapping: Mapped[];
  content: Content;
  unmapped: { key: string; label: PackWords; value: unknown }[];
}

const empty: PlanSchema = { key: '', plan_kind: 'unit', label: { en: '' }, sections: [] };

/**
 * Brings content under another schema (PLN-61). A section goes where the caller says, else to the one of the same
 * key that holds the same kind of thing; what has no place is given back, to be kept beside the plan.
 */
export function moveContent(
  content: Content,
  from: PlanSchema | null,
  to: PlanSchema,
  wanted: Readonly<Record<string, string | null>>,
): Moved {
  const old = from ?? empty;
  const taken = new Set<string>();
  const result: Moved = { mapping: [], content: {}, unmapped: [] };
  for (const [key, value] of Object.entries(content)) {
    const section = old.sections.find((one) => one.key === key);
    const candidates = to.sections.filter((one) => fits(section, one)).map((one) => one.key);
    const choice = key in wanted ? wanted[key] : candidates.find((one) => one === key);
    const target = to.sections.find((one) => one.key === choice && candidates.includes(one.key));
    const label = section?.label ?? { en: key };
    const free = target && !taken.has(target.key);
    result.mapping.push({
      from_key: key,
      from_label: label,
      to_key: free ? target.key : null,
      to_label: free ? target.label : null,
      candidates,
    });
    if (free) {
      taken.add(target.key);
      result.content[target.key] = value;
    } else {
      result.unmapped.push({ key, label, value });
    }
  }
  return result;
}

/** Holds the same kind of thing: a group also the same fields, a choice also the same options. */
function fits(from: PackSection | undefined, to: PackSection): boolean {
  if (!from || from.kind !== to.kind) return false;
  const fields = (section: PackSection) => (section.fields ?? []).map(({ key, kind }) => `${key}:${kind}`);
  const options = (section: PackSection) => (section.options ?? []).map(({ value }) => value);
  return isWithin(fields(from), fields(to)) && isWithin(options(from), options(to));
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}
