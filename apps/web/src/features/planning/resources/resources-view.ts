import { ResourceFormat } from '@k12/contracts/planning/resource-records';
import type { ResourceQuery } from '@k12/contracts/planning/resources';
import { isAtMost, isId, isOneOf, readWords } from '@/lib/address-values.ts';

type Words = Record<string, string | string[] | undefined>;

export const whose = ['mine', 'team', 'school', 'tenant'] as const;
/** One choice in the page, several words in the API: what is special about what is shown. */
export const states = ['broken', 'unused', 'archived', 'deleted'] as const;
export type ShownState = (typeof states)[number];

/** The checks of what the address may ask the library for; the server judges the rest. */
const checks = {
  q: isAtMost(200),
  of: isOneOf(whose),
  format: isOneOf(ResourceFormat.options),
  tag: isAtMost(60),
  folder_id: isId,
  owner_id: isId,
  sort: isOneOf(['-updated_at', 'title']),
};

const meaning: Record<ShownState, Partial<ResourceQuery>> = {
  broken: { broken: 'true' },
  unused: { unused: 'true' },
  archived: { state: 'archived' },
  deleted: { state: 'deleted' },
};

export function shownState(words: Words): ShownState | null {
  return states.find((state) => state === words.show) ?? null;
}

/** What the address says the library shows; read by the server for the first paint and by the screen. */
export function readResourcesView(words: Words): { query: Partial<ResourceQuery> } {
  const state = shownState(words);
  return { query: { ...readWords(checks, (name) => words[name]), ...(state ? meaning[state] : {}) } };
}

export const filterNames = ['q', 'of', 'format', 'tag', 'folder_id', 'show'] as const;
