'use client';
import { type AcademicYear, reopenAcademicYear } from '@k12/contracts/identity/academic-years';
import { TextArea } from '@k12/ui/text-area';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

/** Back to closing, for what was forgotten; what closing locked is unlocked one by one where it is (IDN-14, IDN-15). */
export function ReopenYear({ year, onClose }: { year: AcademicYear; onClose: () => void }) {
  const t = useTranslations('academicYears.reopen');
  const toast = useToast();
  const reopen = useChange(reopenAcademicYear, ['academic_years.', 'courses.']);
  const form = useSubmit(['reason'], async (values) => {
    await reopen({ params: { id: year.id }, body: { reason: textOf(values, 'reason') } });
    toast.show({ message: t('done', { name: year.name }) });
    onClose();
  });
  return (
    <FormDrawer
      title={t('title', { name: year.name })}
      description={t('text')}
      action={t('action')}
      form={form}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        required
        maxLength={500}
        error={form.failure?.fields.reason}
      />
    </FormDrawer>
  );
}
