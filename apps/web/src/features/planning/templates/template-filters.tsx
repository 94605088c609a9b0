'use client';
import { listPlannerPacks } from '@k12/contracts/planning/pack-admin';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { TemplateLevel } from '@k12/contracts/planning/templates';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useTypedFilter } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { usePackWords } from '../pack-words.ts';

export function TemplateFilters() {
  const t = useTranslations('planning-templates');
  const tl = useTranslations('planning-library');
  const words = usePackWords();
  const packs = useApi(listPlannerPacks, { query: { state: 'active', limit: 100 } });
  const subject = useTypedFilter('subject');
  return (
    <search
      aria-label={t('filter')}
      className="mb-5 grid grid-cols-2 gap-2 tablet:grid-cols-3 laptop:grid-cols-[minmax(0,1fr)_repeat(4,minmax(0,11rem))]"
    >
      <div className="max-tablet:col-span-2">
        <ListSearch label={t('search')} />
      </div>
      <AddressSelect
        name="level"
        label={t('level')}
        all={t('allLevels')}
        options={TemplateLevel.options.map((value) => ({ value, label: t(`levels.${value}`) }))}
      />
      <AddressSelect
        name="grade_level"
        label={tl('filters.grade_level')}
        all={tl('allGrades')}
        options={gradeLevels.map((value) => ({ value, label: tl('grade', { grade: value }) }))}
      />
      <AddressSelect
        name="pack_key"
        label={t('form')}
        all={t('allForms')}
        options={(packs.data?.data ?? []).map(({ key, label }) => ({ value: key, label: words(label) }))}
      />
      <TextField
        label={tl('filters.subject')}
        hideLabel
        placeholder={tl('filters.subject')}
        autoComplete="off"
        value={subject.typed}
        onChange={(event) => subject.setTyped(event.target.value)}
      />
    </search>
  );
}
