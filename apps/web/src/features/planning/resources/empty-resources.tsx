'use client';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { FolderOpen } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAddress } from '@/lib/address.ts';
import { filterNames } from './resources-view.ts';

/** Nothing here: because nothing is, or because of a filter, and then of which one. */
export function EmptyResources({ action }: { action: ReactNode }) {
  const t = useTranslations('planning-resources');
  const params = useSearchParams();
  const { write } = useAddress();
  const active = filterNames.filter((name) => params.get(name));
  const others = active.filter((name) => name !== 'folder_id');
  if (others.length === 0)
    return (
      <EmptyState
        icon={<FolderOpen aria-hidden />}
        title={t(active.length > 0 ? 'emptyFolderTitle' : 'emptyTitle')}
        action={action}
      >
        {t('emptyText')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('noneTitle')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {others.map((name) => (
            <Button key={name} onClick={() => write({ [name]: null })}>
              {t('dropFilter', { filter: t(`filters.${name}`) })}
            </Button>
          ))}
        </div>
      }
    >
      {t('noneText')}
    </EmptyState>
  );
}
