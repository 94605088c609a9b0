import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import type { Rubric } from '@k12/contracts/teaching/rubrics';
import { rubricScore } from '@k12/grading/rubric-score';
import { invalid } from '../../../platform/errors.ts';

/** Every mark is of a criterion of this rubric and names one of its ratings; points only where there are points. */
export function checkedMarks(
  rubric: Rubric,
  marks: RubricMarks,
  facts: { accepted?: boolean; use?: 'grades' | 'feedback'; typed_score?: string | null } = {},
): { is_complete: boolean; total: string | null; score: string | null } {
  for (const [id, mark] of Object.entries(marks)) {
    const criterion = rubric.criteria.find((one) => one.id === id);
    if (!criterion) throw invalid(`/marks/${id}`, 'unknown_criterion', 'The rubric has no such criterion.');
    const { rating_id, points } = mark;
    if (rating_id && !criterion.ratings.some((rating) => rating.id === rating_id))
      throw invalid(`/marks/${id}/rating_id`, 'unknown_rating', 'The criterion has no such rating.');
    if (points !== null && !rubric.has_points)
      throw invalid(`/marks/${id}/points`, 'no_points', 'This rubric has no points.');
  }
  const { accepted = false, use = 'grades' } = facts;
  const result = rubricScore(
    {
      points_free: !rubric.has_points,
      criteria: rubric.criteria.map(({ id, standard_id, ratings }) => ({
        id,
        standard_id,
        ratings: ratings.map((rating) => ({ id: rating.id, points: rating.points ?? '0', level: null })),
      })),
    },
    {
      marks: new Map(Object.entries(marks)),
      accepted,
      use: use === 'grades' ? 'grades' : 'feedback_only',
      typed_score: null,
    },
  );
  const is_complete = result.state === 'complete';
  return { is_complete, total: is_complete ? result.total : null, score: result.score };
}
