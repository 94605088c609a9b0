'use client';
import { signInWithPasskey } from '@k12/contracts/identity/passkeys';
import { type SignInResult, signIn } from '@k12/contracts/identity/session';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { callSigningIn } from '@/lib/api/browser.ts';
import { leaveFor } from './after-sign-in.ts';
import { useStep } from './use-step.ts';

/** Usernames are unique in one organisation only, addresses everywhere. */
const isUsername = (name: string) => name.trim() !== '' && !name.includes('@');

export function useSignIn(tenant: string | null, next: string | null) {
  const t = useTranslations('session');
  const [choices, setChoices] = useState<SignInResult['tenants']>([]);
  const [needsCode, setNeedsCode] = useState(false);
  const step = useStep();

  const noticeName = (name: string) => setNeedsCode(tenant === null && isUsername(name));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const chosen = submitter?.getAttribute('value') || tenant || text(form, 'tenant').trim();
    const missing = missingField(form, chosen);
    noticeName(text(form, 'identifier'));
    if (missing) return step.setFailure(t(missing));
    return step.run(async () => {
      const result = await callSigningIn(signIn, { body: readBody(form, chosen) });
      if (result.state === 'choose_tenant') setChoices(result.tenants);
      else await leaveFor(result, next);
    });
  };

  const signInByPasskey = () =>
    step.run(async () => {
      const { provePasskey } = await import('../passkeys/prove-passkey.ts');
      const box = document.querySelector<HTMLInputElement>('[name="shared_computer"]');
      const proof = await provePasskey();
      const body = { ...proof, shared_computer: box?.checked ?? false };
      await leaveFor(await callSigningIn(signInWithPasskey, { body }), next);
    });

  return { ...step, choices, needsCode, noticeName, submit, signInByPasskey };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

function missingField(form: FormData, tenant: string) {
  if (text(form, 'identifier').trim() === '') return 'identifierMissing';
  if (text(form, 'password') === '') return 'passwordMissing';
  return isUsername(text(form, 'identifier')) && tenant === '' ? 'tenantMissing' : null;
}

function readBody(form: FormData, tenant: string) {
  return {
    identifier: text(form, 'identifier'),
    password: text(form, 'password'),
    shared_computer: form.get('shared_computer') !== null,
    ...(tenant ? { tenant } : {}),
  };
}
