'use client';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { LayoutGrid, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';

export type Look = 'list' | 'cards';

/** Rows to work with, or cards to find something by sight. */
export function LookChoice({ look }: { look: Look }) {
  const t = useTranslations('planning-resources');
  const { write } = useAddress();
  return (
    <SegmentedControl
      label={t('look')}
      value={look}
      onValueChange={(next) => write({ look: next === 'cards' ? next : null })}
      options={[
        { value: 'list', label: t('list'), icon: <Rows3 aria-hidden /> },
        { value: 'cards', label: t('cards'), icon: <LayoutGrid aria-hidden /> },
      ]}
    />
  );
}
