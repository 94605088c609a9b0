'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';

const looks: Record<Assignment['state'], Status> = {
  draft: 'draft',
  scheduled: 'planned',
  published: 'published',
  closed: 'archived',
  deleted: 'archived',
};

export function AssignmentState({ state }: { state: Assignment['state'] }) {
  const t = useTranslations('teaching-assignments.states');
  return <StatusBadge status={looks[state]}>{t(state)}</StatusBadge>;
}
