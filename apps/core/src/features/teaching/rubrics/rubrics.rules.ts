import type { CriterionInput, RubricCriterion } from '@k12/contracts/teaching/rubrics';
import { formatPlain, unitsOf } from '@k12/grading/decimal';

export type CriteriaFault = 'rubric.ratings_order';

/** Ratings fall strictly, and all or none of them have points. */
export function criteriaFault(criteria: readonly CriterionInput[], hasPoints: boolean): CriteriaFault | null {
  const isFine = criteria.every(({ ratings }) =>
    hasPoints
      ? ratings.every(({ points }, at) => {
          const next = ratings[at + 1]?.points;
          return points != null && (next == null || unitsOf(points) > unitsOf(next));
        })
      : ratings.every(({ points }) => points == null),
  );
  return isFine ? null : 'rubric.ratings_order';
}

/** Gives ids to what is new; a criterion is worth its top rating. */
export function completeCriteria(
  criteria: readonly CriterionInput[],
  newId: () => string,
): RubricCriterion[] {
  return criteria.map(({ ratings, ...criterion }) => ({
    id: criterion.id ?? newId(),
    title: criterion.title,
    description: criterion.description ?? '',
    standard_id: criterion.standard_id ?? null,
    points: ratings[0]?.points ?? null,
    ratings: ratings.map((rating) => ({
      id: rating.id ?? newId(),
      label: rating.label,
      description: rating.description ?? '',
      points: rating.points ?? null,
    })),
  }));
}

export function totalPoints(criteria: readonly RubricCriterion[]): string {
  return formatPlain(criteria.reduce((sum, { points }) => sum + (points === null ? 0 : unitsOf(points)), 0));
}

/** A copy shares no ids with what it was made from, or judging one would mark the other. */
export function withoutIds(criteria: readonly RubricCriterion[]): CriterionInput[] {
  return criteria.map(({ title, description, standard_id, ratings }) => ({
    title,
    description,
    standard_id,
    ratings: ratings.map(({ label, description, points }) => ({ label, description, points })),
  }));
}
