'use client';
import { csvFields, previewImport, type StandardImport } from '@k12/contracts/planning/standard-imports';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  row: StandardImport;
  columns: NonNullable<StandardImport['columns']>;
}

/** Which column means what; a change reads the file again (PLN-75). */
export function ColumnMapping({ row, columns }: Props) {
  const t = useTranslations('planning-standards.import');
  const attempt = useAttempt();
  const preview = useChange(previewImport, ['standard_imports.']);
  const options = columns.map(({ name, samples }) => ({
    value: name,
    label: [name, samples[0]].filter(Boolean).join(': ').slice(0, 60),
  }));
  return (
    <fieldset className="mt-3">
      <legend className="mb-2 text-body font-semibold">{t('columns')}</legend>
      <div className="grid gap-3 tablet:grid-cols-2 laptop:grid-cols-4">
        {csvFields.map((field) => (
          <SelectField
            key={field}
            label={t(`fields.${field}`)}
            required={field === 'statement'}
            placeholder={t('noColumn')}
            value={row.mapping?.[field] ?? ''}
            options={options}
            onValueChange={(value) =>
              void attempt(() =>
                preview({
                  params: { id: row.id },
                  body: { mapping: { ...row.mapping, [field]: value || null } },
                }),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
