import { GradeLevel } from '@k12/contracts/planning/plan-records';
import { isAtMost, isId, isOneOf, readWords } from '@/lib/address-values.ts';

type Words = Record<string, string | string[] | undefined>;

const checks = {
  school_id: isId,
  academic_year_id: isId,
  grade_level: isOneOf(GradeLevel.options),
  subject: isAtMost(80),
  baseline_id: isId,
  mine: isOneOf(['true']),
};

/** What the address says the map shows; read by the server for the first paint and by the screen. */
export function readMapView(words: Words) {
  return { query: readWords(checks, (name) => words[name]) };
}

export const groupings = ['none', 'grade', 'subject'] as const;
export type Grouping = (typeof groupings)[number];
