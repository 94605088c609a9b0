'use client';
import type { GuardianLink } from '@k12/contracts/identity/guardian-links';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';

const tones: Record<GuardianLink['state'], Status> = {
  invited: 'in_review',
  active: 'approved',
  inactive: 'archived',
  restricted: 'failed',
};

export function LinkStateBadge({ state }: { state: GuardianLink['state'] }) {
  const t = useTranslations('guardians.states');
  return <StatusBadge status={tones[state]}>{t(state)}</StatusBadge>;
}
