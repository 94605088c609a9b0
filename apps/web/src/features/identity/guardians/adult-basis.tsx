'use client';
import { type GuardianLink, recordAdultBasis } from '@k12/contracts/identity/guardian-links';
import { DateField } from '@k12/ui/date-field';
import { TextArea } from '@k12/ui/text-area';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';
import { linkRefreshes } from './link-refreshes.ts';

/** Why a guardian keeps access to a student of 18 or more who has not said so (IDN-55). */
export function AdultBasis({ link, onClose }: { link: GuardianLink; onClose: () => void }) {
  const t = useTranslations('guardians.adult');
  const tc = useTranslations('common');
  const toast = useToast();
  const record = useChange(recordAdultBasis, linkRefreshes);
  const names = { guardian: link.guardian_name, student: link.student_name };
  const form = useSubmit(['reason', 'ends_on'], async (values) => {
    const body = { reason: textOf(values, 'reason'), ends_on: textOf(values, 'ends_on') };
    await record({ params: { id: link.id }, body });
    toast.show({ message: t('recorded', names) });
    onClose();
  });
  const errors = form.failure?.fields ?? {};
  return (
    <FormDrawer
      title={t('title', names)}
      description={t('text')}
      action={tc('save')}
      form={form}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        required
        error={errors.reason}
        maxLength={500}
      />
      <DateField id="ends_on" name="ends_on" label={t('lastDay')} required error={errors.ends_on} />
    </FormDrawer>
  );
}
