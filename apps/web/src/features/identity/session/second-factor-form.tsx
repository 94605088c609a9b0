'use client';
import type { confirmSecondFactor, SignInResult } from '@k12/contracts/identity/session';
import { useState } from 'react';
import { sendLight } from '@/lib/api/light.ts';
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
      const result = await sendLight<typeof confirmSecondFactor>('POST', '/session/mfa', await read());
      await leaveFor(result, next);
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
