'use client';
import { replaceTemporaryPassword } from '@k12/contracts/identity/session';
import { useTranslations } from 'next-intl';
import { callSigningIn } from '@/lib/api/browser.ts';
import { leaveFor } from './after-sign-in.ts';
import { NewPasswordForm } from './new-password-form.tsx';

/** After a one-time code the person chooses a password of their own (IDN-68). */
export function NewPasswordStep({ next }: { next: string | null }) {
  const t = useTranslations('session.newPassword');
  const send = async (password: string) => {
    const body = { password };
    await leaveFor(await callSigningIn(replaceTemporaryPassword, { body }), next);
  };
  return <NewPasswordForm label={t('save')} onSend={send} />;
}
