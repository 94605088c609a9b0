import type { Capability } from '../identity/capabilities.ts';

/** The kinds of plan and the first segment of their addresses: all of them share one set of operations. */
export const planFamilies = {
  unit_plans: { kind: 'unit', capabilities: 'unit_plans', noun: 'unit' },
  lesson_plans: { kind: 'lesson', capabilities: 'lesson_plans', noun: 'lesson' },
  templates: { kind: 'template', capabilities: 'templates', noun: 'template' },
  curriculum_documents: { kind: 'document', capabilities: 'unit_plans', noun: 'curriculum document' },
} as const;

export type PlanFamily = keyof typeof planFamilies;
export type PlanKind = (typeof planFamilies)[PlanFamily]['kind'];
export type PlanVerb = 'read' | 'create' | 'update' | 'delete' | 'publish';

export function planCapability(family: PlanFamily, verb: PlanVerb): Capability {
  return `${planFamilies[family].capabilities}.${verb}`;
}

export function familyOfKind(kind: PlanKind): PlanFamily {
  const families = Object.keys(planFamilies) as PlanFamily[];
  return families.find((family) => planFamilies[family].kind === kind) ?? 'unit_plans';
}
