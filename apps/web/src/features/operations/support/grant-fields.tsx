'use client';
import type { SupportGrantCreate } from '@k12/contracts/identity/support-grants';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { useRecordForm } from '@/lib/forms/record-form.ts';

export const emptyGrant = { reason: '', hours: '24', school_id: '', user_id: '' };
export type GrantValues = typeof emptyGrant;

/** What does not belong to one text field: how far the permission goes. */
export function useGrantChoices() {
  const [scope, setScope] = useState<SupportGrantCreate['scope']>('tenant');
  const [student_records, setRecords] = useState(false);
  const bodyOf = ({ reason, hours, school_id, user_id }: GrantValues): SupportGrantCreate => ({
    reason,
    scope,
    student_records,
    hours: Number(hours),
    school_id: scope === 'school' ? school_id : null,
    user_id: scope === 'user' ? user_id : null,
  });
  return { scope, setScope, student_records, setRecords, bodyOf };
}

interface Props {
  form: ReturnType<typeof useRecordForm<GrantValues>>;
  choices: ReturnType<typeof useGrantChoices>;
  /** Schools to choose from; without them the id is typed. */
  schools?: readonly { id: string; name: string }[];
}

export function GrantFields({ form: { field }, choices, schools }: Props) {
  const t = useTranslations('support');
  return (
    <>
      <TextArea
        {...field('reason', { label: t('reason'), required: true, maxLength: 500 })}
        hint={t('reasonHint')}
        rows={3}
      />
      <SelectField
        label={t('scope')}
        value={choices.scope ?? 'tenant'}
        onValueChange={(value) => choices.setScope(value as SupportGrantCreate['scope'])}
        options={(['tenant', 'school', 'user'] as const).map((value) => ({
          value,
          label: t(`scopes.${value}`),
        }))}
      />
      {choices.scope === 'school' &&
        (schools ? (
          <SelectField
            {...field('school_id', { label: t('school'), required: true })}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <TextField {...field('school_id', { label: t('schoolId'), required: true })} autoComplete="off" />
        ))}
      {choices.scope === 'user' && (
        <TextField
          {...field('user_id', { label: t('userId'), required: true })}
          hint={t('userIdHint')}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <TextField
        {...field('hours', { label: t('hoursLabel'), required: true })}
        hint={t('hoursHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <Checkbox
        label={t('withRecords')}
        hint={t('recordsHint')}
        checked={choices.student_records}
        onCheckedChange={choices.setRecords}
      />
    </>
  );
}
