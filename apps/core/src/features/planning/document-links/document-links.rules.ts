import type { linkTypes, PlanSchema } from '@k12/contracts/planning/packs';

export type LinkType = (typeof linkTypes)[number];

export interface LinkEnd {
  kind: 'unit' | 'document';
  document_type: string | null;
}

/** Where a pack says nothing: documents hold units and documents, and come from documents. */
const usual: Record<LinkType, string[]> = {
  contains: ['unit', 'document'],
  derives_from: ['document'],
  aligned_with: ['unit', 'document'],
};

/** What a document of this schema may link to in this way: `unit`, `document` for any, or types of document. */
export function allowedTargets(schema: PlanSchema | null, type: LinkType): string[] {
  return schema?.links?.[type] ?? (schema?.links ? [] : usual[type]);
}

export function isAllowed(schema: PlanSchema | null, type: LinkType, target: LinkEnd): boolean {
  const allowed = allowedTargets(schema, type);
  if (target.kind === 'unit') return allowed.includes('unit');
  return allowed.includes('document') || allowed.includes(target.document_type ?? '');
}

/** The rule in words, for the answer to a link that it does not let through. */
export function ruleInWords(schema: PlanSchema | null, type: LinkType): string {
  const name = schema?.label.en ?? 'This document';
  const allowed = allowedTargets(schema, type).map((target) => words[target] ?? target.replaceAll('_', ' '));
  const verb = verbs[type];
  if (allowed.length === 0) return `${name}: ${verb} nothing.`;
  return `${name}: ${verb} ${allowed.join(' or ')} only.`;
}

const words: Record<string, string> = { unit: 'units', document: 'documents of any type' };
const verbs: Record<LinkType, string> = {
  contains: 'contains',
  derives_from: 'derives from',
  aligned_with: 'is aligned with',
};
