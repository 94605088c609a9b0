'use client';
import { listGroupSets } from '@k12/contracts/teaching/groups';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import type { FieldProps } from './hand-in-fields.tsx';

/** Alone or in groups, and whether a group shares its grade (TCH-46). */
export function GroupFields({ courseId, value, edit, disabled }: FieldProps & { courseId: string }) {
  const t = useTranslations('teaching-assignments');
  const sets = useApi(listGroupSets, disabled ? null : { params: { id: courseId } }).data?.data ?? [];
  return (
    <div className="grid items-end gap-4 tablet:grid-cols-3">
      <SelectField
        label={t('groupSet')}
        disabled={disabled}
        value={value.group_set_id ?? ''}
        onValueChange={(next) => edit({ group_set_id: next || null })}
        options={[
          { value: '', label: t('alone') },
          ...sets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {value.group_set_id && (
        <SelectField
          label={t('groupGrading')}
          disabled={disabled}
          value={value.group_grading}
          onValueChange={(next) => edit({ group_grading: next as 'one' | 'each' })}
          options={(['one', 'each'] as const).map((one) => ({
            value: one,
            label: t(`groupGradings.${one}`),
          }))}
        />
      )}
      {!disabled && (
        <AppLink
          href={`${paths.courseRoster(courseId)}?show=groups`}
          className="pb-2 text-small text-ink-3 hover:text-ink hover:underline"
        >
          {t('allGroups')}
        </AppLink>
      )}
    </div>
  );
}
