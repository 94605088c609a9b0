'use client';
import { signInWithPasskey } from '@k12/contracts/identity/passkeys';
import { confirmSecondFactor, type SignInResult, signIn } from '@k12/contracts/identity/session';
import { Dialog } from '@k12/ui/dialog';
import { TextLink } from '@k12/ui/link';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { type FactorMethod, FactorProof, type Proof } from '@/features/identity/session/factor-proof.tsx';
import { useStep } from '@/features/identity/session/use-step.ts';
import { callSigningIn } from '@/lib/api/browser.ts';
import { forgetCsrfToken } from '@/lib/api/csrf.ts';
import { announceSignIn } from '@/lib/api/tabs.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

interface Props {
  onClose: (signedIn: boolean) => void;
}

/** Signing in again over the page that is open, as the same person: the name cannot be changed here (UXP-44). */
export function SignInDialog({ onClose }: Props) {
  const { me } = useSession();
  const t = useTranslations('stepUp.signIn');
  const { methods, method, setMethod, prove, step } = useSignInAgain(onClose);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      urgent
      size="small"
      initialFocus={field}
      onOpenChange={(open) => !open && onClose(false)}
      title={t('title')}
      description={t('text', { name: me.user.display_name })}
    >
      <div className="grid gap-4">
        <FactorProof
          methods={methods}
          method={method}
          onMethod={setMethod}
          onProve={prove}
          failure={step.failure}
          sending={step.sending}
          field={field}
        />
        <p className="text-center text-small text-ink-3">
          <TextLink href={paths.login()}>{t('other')}</TextLink>
        </p>
      </div>
    </Dialog>
  );
}

const firstSteps: FactorMethod[] = ['password', 'passkey'];

function useSignInAgain(onClose: (signedIn: boolean) => void) {
  const { me } = useSession();
  const step = useStep();
  const [methods, setMethods] = useState<FactorMethod[]>(firstSteps);
  const [method, setMethod] = useState<FactorMethod>('password');
  const [owesFactor, setOwesFactor] = useState(false);

  const proceed = (result: SignInResult) => {
    forgetCsrfToken();
    if (result.state === 'signed_in') {
      announceSignIn();
      return onClose(true);
    }
    // Anything longer than a second factor needs the page of the sign-in.
    if (result.state !== 'mfa_required') return window.location.assign(paths.loginSecondStep(here()));
    setOwesFactor(true);
    setMethods(result.mfa_methods);
    setMethod(result.mfa_methods[0] ?? 'recovery_code');
  };
  const firstStep = async (proof: Proof): Promise<SignInResult> => {
    if (proof.passkey) {
      return callSigningIn(signInWithPasskey, { body: proof.passkey });
    }
    const identifier = me.user.email ?? me.user.username ?? '';
    const body = { identifier, tenant: me.tenant.slug, password: proof.password ?? '' };
    return callSigningIn(signIn, { body });
  };
  const prove = (read: () => Promise<Proof>) =>
    step.run(async () => {
      const proof = await read();
      if (!owesFactor) return proceed(await firstStep(proof));
      const { password: _, ...body } = proof;
      return proceed(await callSigningIn(confirmSecondFactor, { body }));
    });
  return { methods, method, setMethod, prove, step };
}

const here = () => window.location.pathname + window.location.search;
