'use client';
import type { LearnerItem, LearnerStatus } from '@k12/contracts/teaching/learning';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';

const badges: Record<LearnerStatus, Status> = {
  not_open: 'planned',
  to_do: 'assigned',
  started: 'draft',
  revision: 'returned',
  missing: 'missing',
  closed: 'archived',
  handed_in: 'turned_in',
  handed_in_late: 'late',
  graded: 'done',
  excused: 'excused',
  nothing_to_hand_in: 'assigned',
};

/** Where a piece of work stands, in plain words (PPL-101). */
export function ItemState({ item }: { item: Pick<LearnerItem, 'status'> }) {
  const t = useTranslations('learn.status');
  return <StatusBadge status={badges[item.status]}>{t(item.status)}</StatusBadge>;
}

/** Why a score may be lower than the work: handed in late, or filled in because nothing was handed in. */
export function ScoreMark({ item }: { item: Pick<LearnerItem, 'is_late' | 'is_by_policy'> }) {
  const t = useTranslations('learn.status');
  if (item.is_by_policy) return <StatusBadge status="missing">{t('missing')}</StatusBadge>;
  return item.is_late ? <StatusBadge status="late">{t('late')}</StatusBadge> : null;
}

/** A posted score as it is read: `17/20`, a letter, or done. */
export function Score({
  item,
}: {
  item: Pick<LearnerItem, 'score' | 'points_possible' | 'grading_type' | 'entry'>;
}) {
  if (item.score === null) return null;
  if (item.grading_type === 'letter' && item.entry) return <bdi className="tabular-nums">{item.entry}</bdi>;
  return (
    <span className="whitespace-nowrap tabular-nums" dir="ltr">
      {item.score}
      <span className="text-ink-3">/{item.points_possible}</span>
    </span>
  );
}
