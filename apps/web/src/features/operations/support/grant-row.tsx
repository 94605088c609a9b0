'use client';
import type { SupportGrant } from '@k12/contracts/identity/support-grants';
import { ListRow } from '@k12/ui/list-row';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDates } from '@/lib/dates.ts';

const tones: Record<SupportGrant['state'], Status> = {
  requested: 'in_review',
  active: 'now',
  declined: 'returned',
  revoked: 'returned',
  ended: 'done',
};

interface Props {
  grant: SupportGrant;
  /** Whose it is, where several organisations are listed together. */
  tenant?: string;
  children?: ReactNode;
}

/** One request or permission: what for, how far it goes, until when (IDN-99). */
export function GrantRow({ grant, tenant, children }: Props) {
  const t = useTranslations('support');
  const dates = useDates();
  const time = grant.ends_at
    ? t(grant.state === 'active' ? 'until' : 'untilPast', { time: dates.instant(grant.ends_at) })
    : t('hours', { count: grant.hours });
  const facts = [
    t(`scopes.${grant.scope}`),
    t(grant.student_records ? 'withRecords' : 'withoutRecords'),
    time,
    t(`origins.${grant.origin}`),
  ];
  return (
    <ListRow
      title={
        <>
          {tenant && <bdi>{tenant}: </bdi>}
          <bdi>{grant.reason}</bdi>
        </>
      }
      description={facts.join(' · ')}
      end={
        <span className="flex flex-wrap items-center justify-end gap-2">
          <StatusBadge status={tones[grant.state]}>{t(`states.${grant.state}`)}</StatusBadge>
          {children}
        </span>
      }
    />
  );
}
