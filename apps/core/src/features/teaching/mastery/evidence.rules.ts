import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import type { RubricCriterion } from '@k12/contracts/teaching/rubrics';
import { rubricEvidence } from '@k12/grading/rubric-score';
import type { JudgedWork, Piece, ScoredWork } from './evidence.queries.ts';
import { ratingValue, scoreValue } from './proficiency-scale.rules.ts';

export interface WorkFacts {
  judged: readonly JudgedWork[];
  criteria: ReadonlyMap<string, readonly RubricCriterion[]>;
  scored: readonly ScoredWork[];
}

/** What posted work says about standards, on this scale. A criterion says it better than the score of the whole. */
export function piecesOfWork({ judged, criteria, scored }: WorkFacts, scale: ProficiencyScale): Piece[] {
  const byCriterion = judged.flatMap((work) => judgedPieces(work, criteria.get(work.rubric_id) ?? [], scale));
  const said = new Set(byCriterion.map(keyOf));
  const overall = scored.flatMap((work): Piece[] => {
    const value = scoreValue(work, scale);
    if (value === null || said.has(keyOf(work))) return [];
    const { student_id, standard_id, assignment_id, graded_at: observed_at, graded_by: observed_by } = work;
    const place = { student_id, standard_id, assignment_id, criterion_id: null };
    return [{ ...place, source: 'assignment', value, is_posted: true, observed_at, observed_by }];
  });
  return [...byCriterion, ...overall];
}

function keyOf({
  assignment_id,
  student_id,
  standard_id,
}: Pick<Piece, 'assignment_id' | 'student_id' | 'standard_id'>) {
  return `${assignment_id}/${student_id}/${standard_id}`;
}

function judgedPieces(
  work: JudgedWork,
  criteria: readonly RubricCriterion[],
  scale: ProficiencyScale,
): Piece[] {
  const rubric = {
    points_free: false,
    criteria: criteria.map(({ id, standard_id, ratings }) => ({
      id,
      standard_id,
      ratings: ratings.map((rating, place) => ({
        id: rating.id,
        points: rating.points ?? '0',
        level: ratingValue(ratings, place, scale),
      })),
    })),
  };
  return rubricEvidence(rubric, new Map(Object.entries(work.marks))).map(
    ({ standard_id, criterion_id, value }): Piece => ({
      student_id: work.student_id,
      standard_id,
      source: 'rubric',
      assignment_id: work.assignment_id,
      criterion_id,
      value,
      is_posted: true,
      observed_at: work.judged_at,
      observed_by: work.assessor_id,
    }),
  );
}
