'use client';
import { NumberField } from '@k12/ui/number-field';
import { useTranslations } from 'next-intl';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';
import type { ControlProps } from './control-props.ts';

export function NumberControl({ field, path, label }: ControlProps) {
  const t = useTranslations('planning-editor');
  const { document } = useEditor();
  const mayEdit = useMayEdit(path);
  const value = useContentValue(path);
  return (
    <NumberField
      className="max-w-40"
      label={label}
      hideLabel
      hideSteppers
      {...(field.key === 'minutes' && { unit: t('min') })}
      value={typeof value === 'number' ? value : null}
      min={field.min}
      max={field.max}
      disabled={!mayEdit}
      onValueChange={(next) =>
        document.edit([next === null ? { op: 'remove', path } : { op: 'set', path, value: next }], {
          place: path,
        })
      }
    />
  );
}
