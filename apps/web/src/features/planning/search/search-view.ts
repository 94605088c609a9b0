import { GradeLevel, PlanState } from '@k12/contracts/planning/plan-records';
import { SearchKind } from '@k12/contracts/planning/search';
import { isAtMost, isDay, isId, isOneOf, readWords } from '@/lib/address-values.ts';

const checks = {
  kind: isOneOf(SearchKind.options),
  subject: isAtMost(80),
  grade_level: isOneOf(GradeLevel.options),
  state: isOneOf(PlanState.options),
  tag: isAtMost(60),
  owner_id: isId,
  framework_id: isId,
  updated_since: isDay,
};

/** What narrows a search. */
export const searchFilters = Object.keys(checks);

/** What results divide into, in the order in which it is shown. */
export const searchFacets = ['kind', 'subject', 'grade_level', 'state', 'tag'] as const;
export type SearchFacet = (typeof searchFacets)[number];

/** The address holds the whole search, so that it can be shared (PLN-160). */
export function readSearchView(params: Record<string, string | string[] | undefined>) {
  const q = typeof params.q === 'string' ? params.q.trim().slice(0, 200) : '';
  return { query: { q, ...readWords(checks, (name) => params[name]) } };
}

/** Where a search that was kept is asked again. */
export function addressOfSearch(query: Readonly<Record<string, string | undefined>>): string {
  const words = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/search?${new URLSearchParams(words)}`;
}
