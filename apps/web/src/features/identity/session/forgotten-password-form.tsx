'use client';
import { requestPasswordReset } from '@k12/contracts/identity/password-resets';
import { Button } from '@k12/ui/button';
import { TextLink } from '@k12/ui/link';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { callSigningIn } from '@/lib/api/browser.ts';
import { paths } from '@/lib/paths.ts';
import { FailureNote } from './failure-note.tsx';
import { useStep } from './use-step.ts';

/** The answer is the same whether or not there is such an account (IDN-68). */
export function ForgottenPasswordForm({ tenant }: { tenant: string | null }) {
  const t = useTranslations('session');
  const step = useStep();
  const [sent, setSent] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const identifier = String(new FormData(event.currentTarget).get('identifier') ?? '').trim();
    if (identifier === '') return step.setFailure(t('identifierMissing'));
    const body = { identifier, ...(tenant ? { tenant } : {}) };
    return step.run(async () => {
      await callSigningIn(requestPasswordReset, { body });
      setSent(true);
    });
  };
  const back = (
    <p className="text-center text-small">
      <TextLink href={tenant ? paths.loginTenant(tenant) : paths.login()}>{t('backToSignIn')}</TextLink>
    </p>
  );
  if (sent) {
    return (
      <div className="grid gap-4">
        <p role="status">{t('forgottenPassword.sent')}</p>
        {back}
      </div>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <FailureNote failure={step.failure} field="identifier" />
      <TextField
        id="identifier"
        name="identifier"
        type="email"
        label={t('forgottenPassword.email')}
        hint={t('forgottenPassword.hint')}
        autoComplete="username"
        size="large"
        required
      />
      <Button type="submit" variant="primary" size="large" wide loading={step.sending} disabled={!step.ready}>
        {t('forgottenPassword.send')}
      </Button>
      {back}
    </form>
  );
}
