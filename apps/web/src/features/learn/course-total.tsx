'use client';
import type { LearnerCourse } from '@k12/contracts/teaching/learning';
import { Badge } from '@k12/ui/badge';
import { useFormatter, useTranslations } from 'next-intl';

/** As much of a total as the course shows its families (PPL-17). */
export function CourseTotal({ course }: { course: LearnerCourse }) {
  const t = useTranslations('learn');
  const format = useFormatter();
  const { total } = course;
  if (course.shows_totals === 'no') return <span className="text-small text-ink-3">{t('totalHidden')}</span>;
  if (!total) return <span className="text-small text-ink-3">{t('noTotal')}</span>;
  const percent =
    total.percent === null
      ? null
      : format.number(Number(total.percent) / 100, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <span className="flex items-center gap-2 text-large font-semibold tabular-nums">
      {total.is_by_hand && <Badge tone="info">{t('byHand')}</Badge>}
      {total.is_early && <Badge tone="info">{t('early')}</Badge>}
      {percent}
      {total.label && <bdi className="text-ink-2">{total.label}</bdi>}
    </span>
  );
}
