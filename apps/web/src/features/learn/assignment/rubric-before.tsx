'use client';
import { getMyFeedback, type MyFeedback } from '@k12/contracts/teaching/feedback';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { putSelfAssessment, type RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { Rubric } from '@k12/ui/rubric';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi } from '@/lib/api/hooks.ts';

interface Props {
  work: LearnerAssignment;
  studentId: string;
}

/** What the work will be judged by, before it is; and one's own judgement by it, where the teacher asks (TCH-88). */
export function RubricBefore({ work, studentId }: Props) {
  const t = useTranslations('learn');
  const query = work.is_own ? {} : { student_id: studentId };
  const { data } = useApi(getMyFeedback, { params: { id: work.assignment_id }, query });
  if (!data?.rubric || data.posted_at !== null) return null;
  return (
    <section aria-labelledby="judged-by" className="grid gap-3">
      <h2 id="judged-by" className="text-large font-semibold">
        {t('judgedBy')}
      </h2>
      <Levels rubric={data.rubric} />
      {data.can.self_assess && <OwnJudgement rubric={data.rubric} feedback={data} />}
    </section>
  );
}

type ShownRubric = NonNullable<MyFeedback['rubric']>;

function Levels({ rubric }: { rubric: ShownRubric }) {
  return (
    <dl className="grid gap-4 rounded-card border border-line bg-raised p-4">
      {rubric.criteria.map((criterion) => (
        <div key={criterion.id}>
          <dt className="font-semibold">
            <bdi>{criterion.title}</bdi>
          </dt>
          <dd className="mt-1 grid gap-1 tablet:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
            {criterion.ratings.map(({ id, label, description, points }) => (
              <div key={id} className="rounded-control border border-line px-2.5 py-1.5 text-small">
                <p className="flex justify-between gap-2 font-medium">
                  <bdi>{label}</bdi>
                  {rubric.has_points && points !== null && <span className="tabular-nums">{points}</span>}
                </p>
                {description && (
                  <p dir="auto" className="text-ink-2">
                    {description}
                  </p>
                )}
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OwnJudgement({ rubric, feedback }: { rubric: ShownRubric; feedback: MyFeedback }) {
  const t = useTranslations('learn');
  const run = useAttempt();
  const [marks, setMarks] = useState<RubricMarks>(feedback.self_assessment?.marks ?? {});
  const [isSaved, setSaved] = useState(false);
  const version = useRef(feedback.self_assessment?.lock_version ?? null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const value = Object.fromEntries(
    Object.entries(marks).flatMap(([id, { rating_id }]) => (rating_id ? [[id, rating_id]] : [])),
  );
  const params = { id: feedback.assignment_id };
  /** Shown at once and saved one after the other: each bases itself on what the one before was answered. */
  const choose = (criterion: string, rating: string | undefined) => {
    const { [criterion]: _before, ...others } = marks;
    const mark = rating && { [criterion]: { rating_id: rating, points: null, comment: '' } };
    const next: RubricMarks = { ...others, ...mark };
    setMarks(next);
    setSaved(false);
    queue.current = queue.current.then(() =>
      run(async () => {
        const body = { marks: next, lock_version: version.current };
        version.current = (await callApi(putSelfAssessment, { params, body })).lock_version;
        setSaved(true);
      }),
    );
  };
  return (
    <div className="grid gap-3 rounded-card border border-board-line bg-board-tint p-4">
      <div>
        <h3 className="font-semibold">{t('ownJudgement')}</h3>
        <p className="text-small text-ink-2">{t('ownJudgementText')}</p>
      </div>
      <Rubric
        label={t('ownJudgement')}
        criteria={rubric.criteria.map(({ id, title, ratings }) => ({
          key: id,
          label: title,
          levels: ratings.toReversed().map((rating, at) => ({
            value: rating.id,
            mark: rating.points ?? String(at + 1),
            label: rating.label,
            description: rating.description || undefined,
          })),
        }))}
        value={value}
        onValueChange={choose}
      />
      <p role="status" className="min-h-5 text-small text-ink-2">
        {isSaved && t('save.saved')}
      </p>
    </div>
  );
}
