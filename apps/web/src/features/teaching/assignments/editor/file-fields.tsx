'use client';
import { type FileKind, fileKinds } from '@k12/contracts/teaching/file-kinds';
import { Checkbox } from '@k12/ui/checkbox';
import { NumberField } from '@k12/ui/number-field';
import { useTranslations } from 'next-intl';
import { useJoined } from '@/lib/joined.ts';
import type { FieldProps } from './hand-in-fields.tsx';

const names = Object.keys(fileKinds) as FileKind[];

/** How many files, and of which kinds. */
export function FileFields({ value, edit, disabled }: FieldProps) {
  const t = useTranslations('teaching-assignments');
  const joined = useJoined();
  const chosen = value.allowed_file_types;
  const others = chosen.filter(
    (ending) => !names.some((kind) => (fileKinds[kind] as readonly string[]).includes(ending)),
  );
  const toggle = (kind: FileKind, isOn: boolean) => {
    const endings: readonly string[] = fileKinds[kind];
    const without = chosen.filter((ending) => !endings.includes(ending));
    edit({ allowed_file_types: isOn ? [...without, ...endings] : without });
  };
  return (
    <div className="grid gap-3">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1 text-small">{t('fileKinds')}</legend>
        {names.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`fileKindNames.${kind}`)}
            checked={fileKinds[kind].some((ending) => chosen.includes(ending))}
            disabled={disabled}
            onCheckedChange={(isOn) => toggle(kind, isOn)}
          />
        ))}
      </fieldset>
      <p className="text-ink-3 text-small">
        {chosen.length === 0 ? t('anyFile') : t('onlyFiles', { endings: joined(chosen) })}
        {others.length > 0 && !disabled && (
          <button
            type="button"
            className="ms-2 underline"
            onClick={() => edit({ allowed_file_types: chosen.filter((ending) => !others.includes(ending)) })}
          >
            {t('dropEndings', { endings: joined(others) })}
          </button>
        )}
      </p>
      <div className="max-w-48">
        <NumberField
          label={t('maxFiles')}
          min={1}
          max={20}
          disabled={disabled}
          value={value.max_files}
          onValueChange={(max_files) => max_files !== null && edit({ max_files })}
        />
      </div>
    </div>
  );
}
