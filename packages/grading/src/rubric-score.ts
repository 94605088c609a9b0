import { formatPlain, unitsOf } from './decimal.ts';
import type { Decimal } from './types.ts';

export interface RubricRating {
  id: string;
  points: Decimal;
  /** Value on the proficiency scale; null where the rubric is not tied to one. */
  level: Decimal | null;
}

export interface RubricCriterion {
  id: string;
  standard_id: string | null;
  ratings: readonly RubricRating[];
}

export interface Rubric {
  points_free: boolean;
  criteria: readonly RubricCriterion[];
}

/** What an assessor chose for one criterion; own points may differ from the rating's. */
export interface CriterionMark {
  rating_id: string | null;
  points: Decimal | null;
}

export interface RubricFacts {
  /** By id of the criterion. */
  marks: ReadonlyMap<string, CriterionMark>;
  /** The assessor takes it as it is, criteria without a mark at no points. */
  accepted: boolean;
  use: 'grades' | 'feedback_only';
  /** A score typed after the rubric was filled; null when none was. */
  typed_score: Decimal | null;
}

export interface RubricScore {
  /** Sum of the marks so far; null for a rubric without points. */
  total: Decimal | null;
  state: 'empty' | 'draft' | 'complete';
  /** What the cell's score becomes; null when the rubric gives none. */
  score: Decimal | null;
  /** A typed score stands in the place of another total. */
  differs: boolean;
}

/** What a rubric makes of the score (TCH-86). */
export function rubricScore(rubric: Rubric, facts: RubricFacts): RubricScore {
  const state = stateOf(rubric, facts);
  const total = rubric.points_free ? null : totalOf(rubric, facts);
  const gives = total !== null && facts.use === 'grades' && state === 'complete' ? formatPlain(total) : null;
  const { typed_score } = facts;
  return {
    total: total === null ? null : formatPlain(total),
    state,
    score: typed_score ?? gives,
    differs: typed_score !== null && gives !== null && unitsOf(typed_score) !== unitsOf(gives),
  };
}

function stateOf(rubric: Rubric, { marks, accepted }: RubricFacts): RubricScore['state'] {
  const marked = rubric.criteria.filter(({ id }) => isMarked(marks.get(id))).length;
  if (marked === 0) return 'empty';
  return marked === rubric.criteria.length || accepted ? 'complete' : 'draft';
}

function isMarked(mark: CriterionMark | undefined): boolean {
  return mark !== undefined && (mark.rating_id !== null || mark.points !== null);
}

function totalOf(rubric: Rubric, { marks }: RubricFacts): number {
  let total = 0;
  for (const criterion of rubric.criteria) {
    const mark = marks.get(criterion.id);
    const points = mark?.points ?? ratingOf(criterion, mark)?.points;
    if (points !== undefined) total += unitsOf(points);
  }
  return total;
}

function ratingOf({ ratings }: RubricCriterion, mark: CriterionMark | undefined): RubricRating | undefined {
  return ratings.find(({ id }) => id === mark?.rating_id);
}

export interface StandardEvidence {
  standard_id: string;
  criterion_id: string;
  value: Decimal;
}

/** Evidence of standards: the ratings chosen, whatever points were given and whatever the score became (TCH-87). */
export function rubricEvidence(rubric: Rubric, marks: RubricFacts['marks']): StandardEvidence[] {
  return rubric.criteria.flatMap((criterion) => {
    const level = ratingOf(criterion, marks.get(criterion.id))?.level ?? null;
    if (criterion.standard_id === null || level === null) return [];
    return { standard_id: criterion.standard_id, criterion_id: criterion.id, value: level };
  });
}
