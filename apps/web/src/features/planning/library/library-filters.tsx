'use client';
import { gradeLevels, PlanState } from '@k12/contracts/planning/plan-records';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useTypedFilter } from '@/lib/address.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { whose } from './library-view.ts';

export function LibraryFilters() {
  const t = useTranslations('planning-library');
  return (
    <search
      aria-label={t('filter')}
      className="mb-4 grid grid-cols-2 gap-2 tablet:grid-cols-3 laptop:grid-cols-[minmax(12rem,1fr)_repeat(5,8.5rem)]"
    >
      <div className="max-tablet:col-span-2">
        <ListSearch label={t('search')} />
      </div>
      <AddressSelect
        name="of"
        label={t('filters.of')}
        all={t('everybody')}
        options={whose.map((value) => ({ value, label: t(`of.${value}`) }))}
      />
      <AddressSelect
        name="state"
        label={t('filters.state')}
        all={t('allStates')}
        options={PlanState.options.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <AddressSelect
        name="grade_level"
        label={t('filters.grade_level')}
        all={t('allGrades')}
        options={gradeLevels.map((value) => ({ value, label: t('grade', { grade: value }) }))}
      />
      <TypedFilter name="subject" label={t('filters.subject')} />
      <TypedFilter name="tag" label={t('filters.tag')} />
    </search>
  );
}

function TypedFilter({ name, label }: { name: string; label: string }) {
  const { typed, setTyped } = useTypedFilter(name);
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
