'use client';
import { acceptInvitation } from '@k12/contracts/identity/invitations';
import { completePasswordReset } from '@k12/contracts/identity/password-resets';
import { reportUnknownSignIn } from '@k12/contracts/identity/session';
import { Button } from '@k12/ui/button';
import { LinkButton } from '@k12/ui/link-button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callSigningIn } from '@/lib/api/browser.ts';
import { paths } from '@/lib/paths.ts';
import { leaveFor } from './after-sign-in.ts';
import { FailureNote } from './failure-note.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { useStep } from './use-step.ts';

interface LinkProps {
  token: string;
}

interface ResetProps extends LinkProps {
  minimum: number;
  tenant: string;
}

export function PasswordResetForm({ token, minimum, tenant }: ResetProps) {
  const t = useTranslations('session');
  const [done, setDone] = useState(false);
  const send = async (password: string) => {
    await callSigningIn(completePasswordReset, { params: { token }, body: { password } });
    setDone(true);
  };
  if (!done) return <NewPasswordForm minimum={minimum} label={t('newPassword.save')} onSend={send} />;
  return (
    <div className="grid gap-4">
      <p role="status">{t('newPassword.done')}</p>
      <LinkButton href={paths.loginTenant(tenant)} variant="primary" size="large" wide>
        {t('submit')}
      </LinkButton>
    </div>
  );
}

interface InvitationProps extends LinkProps {
  identifier: string;
  minimum: number;
  passwordRequired: boolean;
}

/** Nobody is asked for a password where their organisation signs them in (IDN-76). */
export function InvitationForm({ token, identifier, minimum, passwordRequired }: InvitationProps) {
  const t = useTranslations('session');
  const step = useStep();
  const accept = async (body: { password?: string }) =>
    leaveFor(await callSigningIn(acceptInvitation, { params: { token }, body }), null);
  if (passwordRequired) {
    return (
      <NewPasswordForm
        identifier={identifier}
        minimum={minimum}
        label={t('invitation.accept')}
        onSend={(password) => accept({ password })}
      />
    );
  }
  return (
    <div className="grid gap-4">
      <FailureNote failure={step.failure} />
      <Button
        variant="primary"
        size="large"
        wide
        loading={step.sending}
        onClick={() => step.run(() => accept({}))}
      >
        {t('invitation.accept')}
      </Button>
    </div>
  );
}

/** The link of a new-device mail: opening it changes nothing, only the button does (IDN-83). */
export function UnknownSignInForm({ token }: LinkProps) {
  const t = useTranslations('session.notice');
  const step = useStep();
  const [done, setDone] = useState(false);
  const report = async () => {
    await callSigningIn(reportUnknownSignIn, { params: { token } });
    setDone(true);
  };
  if (done) {
    return (
      <div className="grid gap-4">
        <p role="status">{t('done')}</p>
        <LinkButton href={paths.forgottenPassword()} variant="primary" size="large" wide>
          {t('reset')}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <FailureNote failure={step.failure} />
      <Button
        variant="danger"
        size="large"
        wide
        loading={step.sending}
        disabled={!step.ready}
        onClick={() => step.run(report)}
      >
        {t('report')}
      </Button>
    </div>
  );
}
