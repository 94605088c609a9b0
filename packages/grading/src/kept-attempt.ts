import { formatPlain, type Units, unitsOf } from './decimal.ts';
import { nearest } from './ratio.ts';
import type { Decimal } from './types.ts';

/** One graded attempt, its lateness already deducted. */
export interface GradedAttempt {
  number: number;
  entered_score: Decimal;
  deduction: Decimal;
  score: Decimal;
}

export interface KeptScore {
  /** Null for an average, which is of no single attempt. */
  attempt: number | null;
  entered_score: Decimal;
  deduction: Decimal;
  score: Decimal;
}

/** The score kept over attempts, by their effective scores; of equals the later attempt (TCH-113). */
export function keptScore(
  attempts: readonly GradedAttempt[],
  keep: 'latest' | 'highest' | 'average',
): KeptScore | null {
  const [latest, ...earlier] = attempts.toSorted((a, b) => b.number - a.number);
  if (!latest) return null;
  if (keep === 'average') return average([latest, ...earlier]);
  let kept = latest;
  if (keep === 'highest') {
    for (const attempt of earlier) if (unitsOf(attempt.score) > unitsOf(kept.score)) kept = attempt;
  }
  const { number, entered_score, deduction, score } = kept;
  return { attempt: number, entered_score, deduction, score };
}

function average(attempts: readonly GradedAttempt[]): KeptScore {
  const entered = mean(attempts.map(({ entered_score }) => unitsOf(entered_score)));
  const score = mean(attempts.map((attempt) => unitsOf(attempt.score)));
  return {
    attempt: null,
    entered_score: formatPlain(entered),
    deduction: formatPlain(entered - score),
    score: formatPlain(score),
  };
}

function mean(values: readonly Units[]): Units {
  const sum = values.reduce((total, value) => total + value, 0);
  return Number(nearest(BigInt(sum), BigInt(values.length)));
}
