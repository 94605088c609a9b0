'use client';
import type { Tenant } from '@k12/contracts/identity/tenants';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';

const tones: Record<Tenant['state'], Status> = {
  provisioning: 'planned',
  active: 'approved',
  suspended: 'failed',
  closing: 'in_review',
  closed: 'returned',
};

export function TenantState({ state }: { state: Tenant['state'] }) {
  const t = useTranslations('operators');
  return <StatusBadge status={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}
