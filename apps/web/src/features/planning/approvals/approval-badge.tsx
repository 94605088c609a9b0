'use client';
import type { ApprovalRequest } from '@k12/contracts/planning/approvals';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';

const looks: Record<ApprovalRequest['state'], Status> = {
  pending: 'in_review',
  approved: 'approved',
  returned: 'returned',
  withdrawn: 'draft',
  superseded: 'archived',
};

/** The state; while it waits, the day by which somebody should have decided. */
export function ApprovalBadge({ request }: { request: ApprovalRequest }) {
  const t = useTranslations('planning-approvals');
  const dates = useDates();
  const { state, due_on } = request;
  if (state !== 'pending') return <StatusBadge status={looks[state]}>{t(`states.${state}`)}</StatusBadge>;
  if (!due_on) return null;
  const isLate = due_on < new Date().toISOString().slice(0, 10);
  return (
    <StatusBadge status={isLate ? 'missing' : 'in_review'}>
      {t('due', { day: dates.shortDay(due_on) })}
    </StatusBadge>
  );
}
