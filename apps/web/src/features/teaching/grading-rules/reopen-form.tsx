'use client';
import { type GradingPeriod, reopenGradingPeriod } from '@k12/contracts/teaching/grading-periods';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

const hours = [1, 4, 24, 72, 168] as const;

/** Grades of a closed period may be changed after all: for a stated time and with a reason (TCH-121). */
export function ReopenForm({ period, onClose }: { period: GradingPeriod; onClose: () => void }) {
  const t = useTranslations('teaching-grading-rules');
  const reopen = useChange(reopenGradingPeriod);
  const form = useSubmit(['reason', 'until_at'], async (values) => {
    const until = new Date(Date.now() + Number(textOf(values, 'until_at')) * 3_600_000);
    const body = { reason: textOf(values, 'reason'), until_at: until.toISOString() };
    await reopen({ params: { id: period.id }, body });
    onClose();
  });
  return (
    <FormDrawer title={`${t('reopen')}: ${period.name}`} action={t('reopen')} form={form} onClose={onClose}>
      <SelectField
        id="until_at"
        name="until_at"
        label={t('howLong')}
        error={form.failure?.fields.until_at}
        defaultValue="24"
        options={hours.map((count) => ({ value: String(count), label: t('hours', { count }) }))}
      />
      <TextArea
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={form.failure?.fields.reason}
        maxLength={500}
        required
      />
    </FormDrawer>
  );
}
