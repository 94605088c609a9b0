'use client';
import { getStudentMastery } from '@k12/contracts/teaching/mastery';
import { useTranslations } from 'next-intl';
import { LevelMark } from '@/features/teaching/mastery/level-mark.tsx';
import { TrendMark } from '@/features/teaching/mastery/trend-mark.tsx';
import { useApi } from '@/lib/api/hooks.ts';

/** Where a student stands with the standards of a course, from posted work alone; nothing where levels are not shown. */
export function OwnMastery({ courseId, studentId }: { courseId: string; studentId: string }) {
  const t = useTranslations('learn');
  const { data } = useApi(getStudentMastery, { params: { id: courseId, student_id: studentId } });
  if (!data?.is_shown || data.strands.length === 0) return null;
  return (
    <section aria-labelledby="own-standards">
      <h2 id="own-standards" className="font-semibold text-large">
        {t('ownStandards')}
      </h2>
      <p className="mb-3 text-ink-2 text-small">{t('standardsText')}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {data.strands.flatMap(({ standards }) =>
          standards.map((standard) => (
            <li key={standard.standard_id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
              <span className="min-w-0 flex-1">
                <bdi className="font-medium">{standard.code}</bdi>{' '}
                <bdi className="text-ink-2">{standard.statement}</bdi>
              </span>
              {standard.trend && <TrendMark trend={standard.trend} />}
              <LevelMark levels={data.levels} level={standard.level} nothing={t('noEvidence')} />
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
