'use client';
import type { replaceTemporaryPassword } from '@k12/contracts/identity/session';
import { useTranslations } from 'next-intl';
import { sendLight } from '@/lib/api/light.ts';
import { leaveFor } from './after-sign-in.ts';
import { NewPasswordForm } from './new-password-form.tsx';

/** After a one-time code the person chooses a password of their own (IDN-68). */
export function NewPasswordStep({ next }: { next: string | null }) {
  const t = useTranslations('session.newPassword');
  const send = async (password: string) => {
    const body = { password };
    await leaveFor(await sendLight<typeof replaceTemporaryPassword>('POST', '/session/password', body), next);
  };
  return <NewPasswordForm label={t('save')} onSend={send} />;
}
