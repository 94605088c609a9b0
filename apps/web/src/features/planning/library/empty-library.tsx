'use client';
import type { UnitPlanQuery } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useJoined } from '@/lib/joined.ts';
import { filterNames } from './library-view.ts';

/** Nothing here: because nothing is, or because of a filter, and then of which one. */
export function EmptyLibrary({ query, action }: { query: Partial<UnitPlanQuery>; action: ReactNode }) {
  const t = useTranslations('planning-library');
  const joined = useJoined();
  const { write } = useAddress();
  const active = filterNames.filter((name) => query[name] !== undefined);
  if (active.length === 0)
    return (
      <EmptyState icon={<NotebookPen aria-hidden />} title={t('emptyTitle')} action={action}>
        {t('emptyText')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('noneTitle')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {active.map((name) => (
            <Button key={name} onClick={() => write({ [name]: null })}>
              {t('dropFilter', { filter: t(`filters.${name}`) })}
            </Button>
          ))}
        </div>
      }
    >
      {t('noneText', { filters: joined(active.map((name) => t(`filters.${name}`))) })}
    </EmptyState>
  );
}
