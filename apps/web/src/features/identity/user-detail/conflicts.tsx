'use client';
import { Banner } from '@k12/ui/banner';
import { RadioGroup } from '@k12/ui/radio-group';
import { useTranslations } from 'next-intl';
import type { Conflict, EditField } from './person-edit-state.ts';

interface Props {
  conflicts: readonly Conflict[];
  values: Record<EditField, string>;
  labelOf: (field: EditField) => string;
  onChoose: (field: EditField, value: string) => void;
}

/** Both values side by side; nothing is overwritten before somebody chose. */
export function Conflicts({ conflicts, values, labelOf, onChoose }: Props) {
  const t = useTranslations('people');
  if (conflicts.length === 0) return null;
  return (
    <Banner live tone="warn" title={t('conflictTitle')}>
      <p className="mb-3">{t('conflictText')}</p>
      <div className="grid gap-3">
        {conflicts.map(({ field, mine, theirs }) => (
          <RadioGroup
            key={field}
            label={labelOf(field)}
            value={values[field] === theirs ? 'theirs' : 'mine'}
            onValueChange={(choice) => onChoose(field, choice === 'theirs' ? theirs : mine)}
            options={[
              { value: 'mine', label: t('mine', { value: mine || '–' }) },
              { value: 'theirs', label: t('theirs', { value: theirs || '–' }) },
            ]}
          />
        ))}
      </div>
    </Banner>
  );
}
