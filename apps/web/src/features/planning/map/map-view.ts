import type { MapQuery } from '@k12/contracts/planning/curriculum-map';
import { GradeLevel } from '@k12/contracts/planning/plan-records';
import { isId, isOneOf } from '@/lib/address-values.ts';

type Words = Record<string, string | string[] | undefined>;

const checks: Record<string, (value: string) => boolean> = {
  school_id: isId,
  academic_year_id: isId,
  grade_level: isOneOf(GradeLevel.options),
  subject: (value) => value.length <= 80,
  baseline_id: isId,
  mine: isOneOf(['true']),
};

/** What the address says the map shows; read by the server for the first paint and by the screen. */
export function readMapView(words: Words): { query: Partial<Record<keyof MapQuery, string>> } {
  const query = Object.entries(checks).flatMap(([name, isRight]) => {
    const value = words[name];
    const word = typeof value === 'string' ? value.trim() : '';
    return word !== '' && isRight(word) ? [[name, word]] : [];
  });
  return { query: Object.fromEntries(query) };
}

export const groupings = ['none', 'grade', 'subject'] as const;
export type Grouping = (typeof groupings)[number];
