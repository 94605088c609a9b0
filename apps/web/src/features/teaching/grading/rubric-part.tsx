'use client';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import type { RubricCriterion } from '@k12/contracts/teaching/rubrics';
import { Button } from '@k12/ui/button';
import { Rubric } from '@k12/ui/rubric';
import { useFormatter, useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  saves: WorkSaves;
  place: RefObject<HTMLDivElement | null>;
  /** One criterion after the other student instead of the whole rubric (TCH-72). */
  only?: OneCriterion | undefined;
}

export interface OneCriterion {
  id: string;
  judged: number;
  all: number;
  /** With what was chosen; goes on to the next student. */
  onJudged: (isFirst: boolean) => void;
}

/** The criterion that is judged across all students; the whole rubric where this work was judged by another version. */
export function criteriaShown(rubric: { criteria: readonly RubricCriterion[] }, only?: OneCriterion) {
  const chosen = only && rubric.criteria.filter(({ id }) => id === only.id);
  return chosen?.length ? chosen : rubric.criteria;
}

/** Lowest first, so that the key 1 is the lowest level and the highest key the best. */
export function levelsOf({ ratings }: RubricCriterion) {
  return ratings.toReversed().map(({ id, label, description, points }, at) => ({
    value: id,
    mark: points ?? String(at + 1),
    label,
    description: description || undefined,
  }));
}

export function withMark(marks: RubricMarks, criterion: string, rating: string | undefined): RubricMarks {
  const { [criterion]: before, ...others } = marks;
  if (!rating) return others;
  return { ...others, [criterion]: { rating_id: rating, points: null, comment: before?.comment ?? '' } };
}

export function RubricPart({ work, frame, saves, place, only }: Props) {
  const t = useTranslations('teaching-grading');
  const { rubric, assessment, self_assessment, cell } = work;
  if (!rubric) return null;
  const marks = assessment?.marks ?? {};
  const criteria = criteriaShown(rubric, only);
  const most = Math.max(...criteria.map(({ ratings }) => ratings.length), 0);
  const value = Object.fromEntries(
    Object.entries(marks).flatMap(([id, { rating_id }]) => (rating_id ? [[id, rating_id]] : [])),
  );
  const isPartly = Object.keys(value).length > 0 && assessment?.is_complete === false;
  const differs =
    frame.assignment.rubric_use === 'grades' &&
    assessment?.score != null &&
    cell.entered_score !== null &&
    Number(assessment.score) !== Number(cell.entered_score);
  return (
    <section aria-labelledby="rubric-title" className="border-b border-line px-4 py-4" ref={place}>
      <div className="mb-2.5 flex items-baseline justify-between gap-3 text-small text-ink-3">
        <h2 id="rubric-title" className="font-semibold">
          {t('rubric')}
        </h2>
        <span className="hidden font-medium laptop:inline">{t('keysTo', { count: most })}</span>
      </div>
      {only && (
        <p role="status" className="mb-2 text-small text-ink-2">
          {t('judgedSoFar', { judged: only.judged, all: only.all })}
        </p>
      )}
      <Rubric
        label={rubric.title}
        criteria={criteria.map((criterion) => ({
          key: criterion.id,
          label: criterion.title,
          hint: ownWords(criterion, self_assessment?.marks, (label) => t('ownLevel', { label })),
          levels: levelsOf(criterion),
        }))}
        value={value}
        readOnly={!frame.can.grade}
        onValueChange={(criterion, rating) => {
          void saves.saveMarks(withMark(marks, criterion, rating));
          if (rating && criterion === only?.id) only.onJudged(!marks[criterion]?.rating_id);
        }}
      />
      <OtherPoints rubric={rubric} frame={frame} />
      {isPartly && !only && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-small text-ink-2">
          {t('partly')}
          <Button size="small" onClick={() => saves.saveMarks(marks, { is_accepted: true })}>
            {t('accept')}
          </Button>
        </p>
      )}
      {differs && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-small text-ink-2">
          {t('differs', { score: assessment?.score ?? '' })}
          <Button size="small" onClick={() => saves.saveMarks(marks, { use_score: true })}>
            {t('useTotal')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** A rubric of 8 for work of 20 points makes the best 40 %: to be known before one grades by it (TCH-86). */
function OtherPoints({
  rubric,
  frame: { assignment },
}: Pick<Props, 'frame'> & { rubric: NonNullable<GradedWork['rubric']> }) {
  const t = useTranslations('teaching-grading');
  const format = useFormatter();
  const { points_possible, grading_type, rubric_use, course_id, id } = assignment;
  const counts = rubric_use === 'grades' && !['mastery', 'ungraded', 'complete'].includes(grading_type);
  const most = Number(rubric.points);
  const all = Number(points_possible);
  if (!counts || rubric.points === null || all === 0 || most === all) return null;
  return (
    <p className="mt-3 text-small text-warn">
      {t('otherPoints', {
        rubric: format.number(most),
        points: format.number(all),
        percent: format.number(most / all, { style: 'percent', maximumFractionDigits: 1 }),
      })}{' '}
      <AppLink href={paths.courseAssignment(course_id, id)} className="underline">
        {t('matchPoints')}
      </AppLink>
    </p>
  );
}

/** The student's own judgement beside the teacher's (TCH-88). */
function ownWords(
  criterion: RubricCriterion,
  own: RubricMarks | undefined,
  words: (label: string) => string,
): string | undefined {
  const rating = criterion.ratings.find(({ id }) => id === own?.[criterion.id]?.rating_id);
  return rating && words(rating.label);
}
