'use client';
import { confirmSecondFactor, type SignInResult } from '@k12/contracts/identity/session';
import { useState } from 'react';
import { callSigningIn } from '@/lib/api/browser.ts';
import { leaveFor } from './after-sign-in.ts';
import { type FactorMethod, FactorProof, type Proof } from './factor-proof.tsx';
import { useStep } from './use-step.ts';

interface Props {
  methods: SignInResult['mfa_methods'];
  next: string | null;
}

export function SecondFactorForm({ methods, next }: Props) {
  const step = useStep();
  const [method, setMethod] = useState<FactorMethod>(methods[0] ?? 'recovery_code');
  const prove = (read: () => Promise<Proof>) =>
    step.run(async () => {
      const { password: _, ...body } = await read();
      await leaveFor(await callSigningIn(confirmSecondFactor, { body }), next);
    });
  return (
    <FactorProof
      methods={methods}
      method={method}
      onMethod={setMethod}
      onProve={prove}
      failure={step.failure}
      sending={step.sending}
    />
  );
}
