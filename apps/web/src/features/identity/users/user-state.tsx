'use client';
import type { User } from '@k12/contracts/identity/users';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';

const tones: Record<User['state'], Status> = {
  invited: 'planned',
  active: 'published',
  suspended: 'in_review',
  deactivated: 'archived',
  pending_deletion: 'failed',
  anonymized: 'archived',
};

export function UserStateBadge({ state }: { state: User['state'] }) {
  const t = useTranslations('people.states');
  return <StatusBadge status={tones[state]}>{t(state)}</StatusBadge>;
}
