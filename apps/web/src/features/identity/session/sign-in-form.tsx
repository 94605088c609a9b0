'use client';
import { ApiProblem } from '@k12/contracts/client';
import { type SignInResult, signIn } from '@k12/contracts/identity/session';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { callApi, forgetCsrfToken } from '@/lib/api/browser.ts';
import { safeNext } from '@/lib/paths.ts';

interface Props {
  /** Slug of the organisation when the address names one. */
  tenant: string | null;
  next: string | null;
}

export function SignInForm({ tenant, next }: Props) {
  const t = useTranslations('session');
  const { choices, failure, sending, ready, submit } = useSignIn(tenant, next);
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {failure && <Banner tone="bad">{failure}</Banner>}
      <TextField
        name="identifier"
        label={t('identifier')}
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      <Checkbox name="shared_computer" label={t('shared')} hint={t('sharedHint')} />
      {choices.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="pb-2">{t('choose')}</legend>
          {choices.map((choice) => (
            <Button key={choice.slug} type="submit" name="tenant" value={choice.slug} wide>
              {choice.name}
            </Button>
          ))}
        </fieldset>
      )}
      <Button type="submit" variant="primary" size="large" wide loading={sending} disabled={!ready}>
        {t('submit')}
      </Button>
    </form>
  );
}

function useSignIn(tenant: string | null, next: string | null) {
  const t = useTranslations('session');
  const [choices, setChoices] = useState<SignInResult['tenants']>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // Until the page's script runs, a press would send the form the browser's own way.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const form = new FormData(event.currentTarget);
    const chosen = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') ?? tenant;
    setSending(true);
    setFailure(null);
    try {
      const result = await callApi(signIn, { body: readBody(form, chosen) });
      if (result.state === 'choose_tenant') setChoices(result.tenants);
      else go(result, next);
    } catch (error) {
      setFailure(describe(error, t));
    } finally {
      setSending(false);
    }
  };
  return { choices, failure, sending, ready, submit };
}

function readBody(form: FormData, tenant: string | null) {
  return {
    identifier: String(form.get('identifier') ?? ''),
    password: String(form.get('password') ?? ''),
    shared_computer: form.get('shared_computer') !== null,
    ...(tenant ? { tenant } : {}),
  };
}

/** A full load, so that nothing of the visitor before stays in memory. */
function go(result: SignInResult, next: string | null) {
  forgetCsrfToken();
  window.location.assign(result.state === 'mfa_required' ? '/login/mfa' : safeNext(next, result.home ?? '/'));
}

function describe(error: unknown, t: (key: string, values?: Record<string, number>) => string): string {
  if (!(error instanceof ApiProblem)) return t('network');
  if (error.status === 429) return t('tryLater', { seconds: error.problem.retry_after ?? 30 });
  if (error.code === 'tenant_suspended') return t('suspended');
  if (error.status >= 500) return t('network');
  return t('failed');
}
