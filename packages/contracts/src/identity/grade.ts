import { z } from 'zod';
import { gradeLevels } from '../planning/plan-records.ts';

/** Digits of any script, full width as well as Arabic, in the form the list of grades has. */
function plainGrade(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  return digits
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');
}

const known: ReadonlySet<string> = new Set(gradeLevels);

/** The one rule for what a grade is, of people and of schools as of courses and plans. */
export const grade = z
  .string()
  .overwrite(plainGrade)
  .min(1)
  .max(12)
  .refine((text) => known.has(text), {
    error: 'PK, K or 1 to 12',
    params: { code: 'unknown_grade' },
  });

/** Whether a school reaches from one grade to another that is not below it; unknown ends do not collide. */
export function gradesInOrder(
  lowest: string | null | undefined,
  highest: string | null | undefined,
): boolean {
  const levels: readonly (string | null | undefined)[] = gradeLevels;
  const [from, to] = [levels.indexOf(lowest), levels.indexOf(highest)];
  return from < 0 || to < 0 || from <= to;
}
