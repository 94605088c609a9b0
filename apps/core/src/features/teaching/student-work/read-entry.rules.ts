import type { GradeEntry } from '@k12/grading/types';

/** What is typed in a cell, until letters and marks are understood too. */
export function readEntry(
  text: string,
  { points_possible, confirm_high }: { points_possible: string; confirm_high: boolean },
): GradeEntry {
  const typed = text.trim();
  if (typed === '') return { kind: 'clear' };
  const word = ({ EX: 'excused', M: 'missing', L: 'late', INC: 'incomplete' } as const)[typed.toUpperCase()];
  if (word) return { kind: word, entry: typed.toUpperCase() };
  if (/^-\d/.test(typed)) return { kind: 'refused', code: 'score_negative' };
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(typed)) return { kind: 'refused', code: 'not_understood' };
  const share = Number(points_possible) === 0 ? 0 : Number(typed) / Number(points_possible);
  if (share > 2 && !confirm_high) return { kind: 'refused', code: 'confirm_high' };
  return { kind: 'score', entry: typed, score: typed, notice: share > 1 ? 'above_points' : null };
}
