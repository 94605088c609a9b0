'use client';
import type { MasterySheet } from '@k12/contracts/teaching/mastery';
import { Button } from '@k12/ui/button';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Scale } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LevelMark } from './level-mark.tsx';
import type { MasteryView, RowFilter } from './mastery-view.ts';

interface Props {
  sheet: MasterySheet;
  view: MasteryView;
  onView: (changes: Partial<MasteryView>) => void;
  onScale: () => void;
}

const filters: readonly RowFilter[] = ['all', 'not_mastered', 'not_assessed'];

export function MasteryToolbar({ sheet, view, onView, onScale }: Props) {
  const t = useTranslations('teaching-mastery');
  return (
    <div className="grid gap-2 border-b border-line bg-paper px-4 py-2.5 tablet:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-heading font-bold text-ink">{t('title')}</h1>
        <ul className="flex flex-wrap items-center gap-1.5" aria-label={t('levels')}>
          {sheet.scale.levels.map((level, at) => (
            <li key={level.value}>
              <LevelMark levels={sheet.scale.levels} level={at} nothing="" />
            </li>
          ))}
        </ul>
        <span className="ms-auto">
          <Button size="small" icon={<Scale aria-hidden />} onClick={onScale}>
            {t('scale.title')}
          </Button>
        </span>
      </div>
      <div className="grid grid-cols-2 items-end gap-2 tablet:flex tablet:flex-wrap">
        <TextField
          size="small"
          label={t('findStudent')}
          value={view.name}
          onChange={(event) => onView({ name: event.target.value })}
        />
        {sheet.sections.length > 1 && (
          <SelectField
            size="small"
            label={t('section')}
            value={view.section_id ?? ''}
            options={[
              { value: '', label: t('allSections') },
              ...sheet.sections.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(value) => onView({ section_id: value || null })}
          />
        )}
        <SelectField
          size="small"
          label={t('strand')}
          value={view.strand === null ? '' : String(view.strand)}
          options={[
            { value: '', label: t('allStrands') },
            ...sheet.strands.map(({ code, statement }, at) => ({
              value: String(at),
              label: [code, statement].filter(Boolean).join(' · ') || t('noStrand'),
            })),
          ]}
          onValueChange={(value) => onView({ strand: value === '' ? null : Number(value) })}
        />
        <SelectField
          size="small"
          label={t('filter')}
          value={view.filter}
          options={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
          onValueChange={(value) => onView({ filter: value as RowFilter })}
        />
      </div>
    </div>
  );
}
