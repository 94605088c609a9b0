'use client';
import { getFactors } from '@k12/contracts/identity/mfa';
import { reauthenticate } from '@k12/contracts/identity/session';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type FactorMethod, FactorProof, type Proof } from '@/features/identity/session/factor-proof.tsx';
import { useStep } from '@/features/identity/session/use-step.ts';
import { callSigningIn } from '@/lib/api/browser.ts';
import { useSession } from '@/lib/session-context.tsx';

interface Props {
  onClose: (confirmed: boolean) => void;
}

/** Before something that matters: is it still you? Then the call that asked goes on (IDN-46). */
export function ConfirmDialog({ onClose }: Props) {
  const t = useTranslations('stepUp.confirm');
  const methods = useOwnMethods();
  const [chosen, setChosen] = useState<FactorMethod | null>(null);
  const step = useStep();
  const field = useRef<HTMLInputElement>(null);
  const prove = (read: () => Promise<Proof>) =>
    step.run(async () => {
      await callSigningIn(reauthenticate, { body: await read() });
      onClose(true);
    });
  return (
    <Dialog
      open
      urgent
      size="small"
      initialFocus={field}
      onOpenChange={(open) => !open && onClose(false)}
      title={t('title')}
      description={t('text')}
    >
      <FactorProof
        methods={methods}
        method={chosen ?? methods[0] ?? 'password'}
        onMethod={setChosen}
        onProve={prove}
        failure={step.failure}
        sending={step.sending}
        field={field}
      />
    </Dialog>
  );
}

/** The way of the sign-in first, then whatever else is set up. */
function useOwnMethods(): FactorMethod[] {
  const { me } = useSession();
  const [extra, setExtra] = useState<FactorMethod[]>([]);
  useEffect(() => {
    callSigningIn(getFactors, {}).then((factors) => {
      const found: FactorMethod[] = [];
      if (factors.totp) found.push('totp');
      if (factors.passkeys > 0) found.push('passkey');
      if (factors.recovery_codes_left > 0) found.push('recovery_code');
      setExtra(found);
    }, ignore);
  }, []);
  const first: FactorMethod = me.session?.method === 'passkey' ? 'passkey' : 'password';
  return [first, ...(['password', ...extra] as const).filter((method) => method !== first)];
}

/** Without the list the password still works. */
const ignore = () => {};
