import { type MasteryResult, type MasteryRules, masteryOf } from '@k12/grading/mastery';
import type { TotalView } from '@k12/grading/types';
import type { Piece } from './evidence.queries.ts';
import type { ResultRow, ResultToSave } from './results.queries.ts';

type JudgedRow = Pick<ResultRow, 'judged_value' | 'judged_at' | 'ends_with_newer'>;

export function judgementOf(row: JudgedRow | undefined) {
  if (!row || row.judged_value === null || row.judged_at === null) return null;
  return { value: row.judged_value, judged_at: row.judged_at, ends_with_newer_evidence: row.ends_with_newer };
}

/** The result of one student and one standard. */
export function resultOf(
  pieces: readonly Piece[],
  row: JudgedRow | undefined,
  rules: MasteryRules,
  view: TotalView,
): MasteryResult {
  const evidence = pieces.map(({ value, observed_at: at, is_posted }) => ({ value, at, is_posted }));
  return masteryOf(evidence, judgementOf(row), rules, view);
}

export const pairOf = ({ student_id, standard_id }: { student_id: string; standard_id: string }) =>
  `${student_id}/${standard_id}`;

/** Results of all pairs that have evidence, or had. */
export function resultsOf(
  pieces: readonly Piece[],
  known: readonly ResultRow[],
  rules: MasteryRules,
): ResultToSave[] {
  const byPair = Map.groupBy(pieces, pairOf);
  const rows = new Map(known.map((row) => [pairOf(row), row]));
  const pairs = new Map([...known, ...pieces].map((one) => [pairOf(one), one]));
  return [...pairs].map(([pair, { student_id, standard_id }]) => ({
    student_id,
    standard_id,
    ...resultOf(byPair.get(pair) ?? [], rows.get(pair), rules, 'staff'),
  }));
}

/** How many results say something else: another level, or mastered where it was not, or the other way (TCH-125). */
export function countChanged(before: readonly ResultRow[], after: readonly ResultToSave[]): number {
  const rows = new Map(before.map((row) => [pairOf(row), row]));
  return after.filter((result) => {
    const row = rows.get(pairOf(result));
    return (
      (row?.level ?? null) !== result.level ||
      (row?.is_mastered ?? null) !== result.is_mastered ||
      Number(row?.value ?? -1) !== Number(result.value ?? -1)
    );
  }).length;
}
