'use client';
import { DateField } from '@k12/ui/date-field';
import { useTranslations } from 'next-intl';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';
import type { ControlProps } from './control-props.ts';

interface DateRange {
  from?: string | null;
  to?: string | null;
}

export function DateRangeControl({ path, label }: ControlProps) {
  const t = useTranslations('planning-editor');
  const { document } = useEditor();
  const mayEdit = useMayEdit(path);
  const range = (useContentValue(path) as DateRange | undefined) ?? {};
  const change = (part: DateRange) => {
    const next = Object.fromEntries(Object.entries({ ...range, ...part }).filter(([, day]) => day));
    document.edit([
      Object.keys(next).length === 0 ? { op: 'remove', path } : { op: 'set', path, value: next },
    ]);
  };
  return (
    <fieldset disabled={!mayEdit} className="flex flex-wrap gap-3">
      <legend className="hidden-visually">{label}</legend>
      <DateField
        label={t('from')}
        data-path={path}
        value={range.from ?? ''}
        max={range.to ?? undefined}
        onValueChange={(from) => change({ from })}
      />
      <DateField
        label={t('to')}
        value={range.to ?? ''}
        min={range.from ?? undefined}
        onValueChange={(to) => change({ to })}
      />
    </fieldset>
  );
}
