'use client';
import { ResourceFormat } from '@k12/contracts/planning/resource-records';
import { useTranslations } from 'next-intl';
import { AddressSelect } from '@/shell/address-select.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { states, whose } from './resources-view.ts';

export function ResourceFilters() {
  const t = useTranslations('planning-resources');
  return (
    <search aria-label={t('filter')} className="mb-4 flex flex-wrap items-center gap-2">
      <div className="min-w-48 flex-1 max-tablet:w-full max-tablet:flex-none">
        <ListSearch label={t('search')} />
      </div>
      <AddressSelect
        name="format"
        label={t('filters.format')}
        all={t('allFormats')}
        options={ResourceFormat.options.map((value) => ({ value, label: t(`formats.${value}`) }))}
      />
      <AddressSelect
        name="of"
        label={t('filters.of')}
        all={t('everybody')}
        options={whose.map((value) => ({ value, label: t(`of.${value}`) }))}
      />
      <AddressSelect
        name="show"
        label={t('filters.show')}
        all={t('allStates')}
        options={states.map((value) => ({ value, label: t(`show.${value}`) }))}
      />
    </search>
  );
}
