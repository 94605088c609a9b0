'use client';
import { clearFactors } from '@k12/contracts/identity/mfa';
import type { User } from '@k12/contracts/identity/users';
import { TextArea } from '@k12/ui/text-area';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

/** For somebody whose phone is gone; they are told, and set up a new second step at the next sign-in (IDN-73). */
export function ClearSecondSteps({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTranslations('people.clearSteps');
  const toast = useToast();
  const clear = useChange(clearFactors);
  const form = useSubmit(['reason'], async (values) => {
    await clear({ params: { id: user.id }, body: { reason: textOf(values, 'reason') } });
    toast.show({ message: t('done', { name: user.display_name }) });
    onClose();
  });
  return (
    <FormDrawer
      title={t('title', { name: user.display_name })}
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
