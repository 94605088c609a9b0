import { GradeLevel, PlanSort, PlanState } from '@k12/contracts/planning/plan-records';
import type { UnitPlanQuery } from '@k12/contracts/planning/plans';
import { isAtMost, isId, isOneOf, readWords } from '@/lib/address-values.ts';

type Words = Record<string, string | string[] | undefined>;

export const whose = ['mine', 'team', 'school', 'shared'] as const;

/** The checks of what the address may ask the library for; the server judges the rest. */
const checks = {
  q: isAtMost(200),
  of: isOneOf(whose),
  state: isOneOf(PlanState.options),
  subject: isAtMost(80),
  grade_level: isOneOf(GradeLevel.options),
  tag: isAtMost(60),
  school_id: isId,
  owner_id: isId,
  academic_year_id: isId,
  sort: isOneOf(PlanSort.options),
};

/** What the address says the library shows (PLN-24); read by the server for the first paint and by the screen. */
export function readLibraryView(words: Words): { query: Partial<UnitPlanQuery> } {
  return { query: readWords(checks, (name) => words[name]) };
}

/** What a kept view of the library remembers, besides the order. */
export const viewWords = [...Object.keys(checks).filter((name) => name !== 'sort'), 'look'];

export const filterNames = ['q', 'of', 'state', 'subject', 'grade_level', 'tag'] as const;
