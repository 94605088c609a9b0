'use client';
import type { MyFeedback } from '@k12/contracts/teaching/feedback';
import { Banner } from '@k12/ui/banner';
import { Rubric } from '@k12/ui/rubric';
import { useTranslations } from 'next-intl';
import type { ShownRubric } from './rubric-before.tsx';
import { useJudgement } from './use-judgement.ts';

interface Props {
  rubric: ShownRubric;
  feedback: MyFeedback;
}

/** One's own judgement of the work, by the rubric it will be judged by (TCH-88). */
export function OwnJudgement({ rubric, feedback }: Props) {
  const t = useTranslations('learn');
  const { marks, state, refusal, choose } = useJudgement(feedback.assignment_id, feedback.self_assessment);
  const value = Object.fromEntries(
    Object.entries(marks).flatMap(([id, { rating_id }]) => (rating_id ? [[id, rating_id]] : [])),
  );
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
      {refusal && (
        <Banner tone="bad" live>
          {refusal}
        </Banner>
      )}
      <p role="status" className={`min-h-5 text-small ${state === 'unsent' ? 'text-warn' : 'text-ink-2'}`}>
        {state !== 'idle' && t(`save.${state}`)}
      </p>
    </div>
  );
}
