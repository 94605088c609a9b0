'use client';
import { getMyFeedback, type MyFeedback } from '@k12/contracts/teaching/feedback';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { OwnJudgement } from './own-judgement.tsx';

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

export type ShownRubric = NonNullable<MyFeedback['rubric']>;

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
