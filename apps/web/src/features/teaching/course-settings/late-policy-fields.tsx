'use client';
import type { LatePolicy } from '@k12/contracts/teaching/course-settings';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';

export const usualLatePolicy: LatePolicy = {
  grace_minutes: 15,
  deduction_percent: 10,
  deduction_per: 'day',
  floor_percent: 50,
  hard_stop_days: null,
};

interface FieldsProps {
  policy: LatePolicy;
  disabled: boolean;
  set: (part: Partial<LatePolicy>) => void;
}

/** What late work costs, for a course or for one assignment of it (TCH-38, TCH-39). */
export function LatePolicyFields({ policy, disabled, set }: FieldsProps) {
  const t = useTranslations('teaching-settings');
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      <NumberField
        label={t('deduction')}
        unit="%"
        min={0}
        max={100}
        disabled={disabled}
        value={policy.deduction_percent}
        onValueChange={(next) => set({ deduction_percent: next ?? 0 })}
      />
      <SelectField
        label={t('per')}
        disabled={disabled}
        value={policy.deduction_per}
        onValueChange={(next) => set({ deduction_per: next as LatePolicy['deduction_per'] })}
        options={(['hour', 'day', 'school_day', 'class_meeting'] as const).map((value) => ({
          value,
          label: t(`pers.${value}`),
        }))}
      />
      <NumberField
        label={t('grace')}
        min={0}
        max={1440}
        disabled={disabled}
        value={policy.grace_minutes}
        onValueChange={(next) => set({ grace_minutes: next ?? 0 })}
      />
      <NumberField
        label={t('floor')}
        unit="%"
        min={0}
        max={100}
        disabled={disabled}
        value={policy.floor_percent}
        onValueChange={(next) => set({ floor_percent: next ?? 0 })}
      />
      <NumberField
        label={t('hardStop')}
        hint={t('hardStopHint')}
        min={1}
        max={365}
        disabled={disabled}
        value={policy.hard_stop_days}
        onValueChange={(hard_stop_days) => set({ hard_stop_days })}
      />
    </div>
  );
}
