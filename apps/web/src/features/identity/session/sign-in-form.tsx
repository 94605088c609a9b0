'use client';
import type { SignInMethods } from '@k12/contracts/identity/sign-in-policy';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { TextLink } from '@k12/ui/link';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import type { FocusEvent } from 'react';
import { paths } from '@/lib/paths.ts';
import { FailureNote } from './failure-note.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { useSignIn } from './use-sign-in.ts';

interface Props {
  /** Slug of the organisation when the address names one. */
  tenant: string | null;
  methods: SignInMethods['methods'];
  next: string | null;
}

export function SignInForm({ tenant, methods, next }: Props) {
  const t = useTranslations('session');
  const form = useSignIn(tenant, next);
  const hasPassword = methods.includes('password');
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-4">
      <FailureNote failure={form.failure} field={form.needsCode ? 'tenant' : 'identifier'} />
      {hasPassword && <PasswordFields needsCode={form.needsCode} onName={form.noticeName} />}
      <Checkbox name="shared_computer" label={t('shared')} hint={t('sharedHint')} />
      <Choices choices={form.choices} />
      {hasPassword && form.choices.length === 0 && (
        <Button
          type="submit"
          variant="primary"
          size="large"
          wide
          loading={form.sending}
          disabled={!form.ready}
        >
          {t('submit')}
        </Button>
      )}
      {methods.includes('passkey') && (
        <PasskeyButton disabled={!form.ready || form.sending} onPress={form.signInByPasskey} />
      )}
      {hasPassword && (
        <p className="text-center text-small">
          <TextLink href={paths.forgottenPassword(tenant)}>{t('forgotten')}</TextLink>
        </p>
      )}
    </form>
  );
}

interface FieldsProps {
  needsCode: boolean;
  onName: (name: string) => void;
}

function PasswordFields({ needsCode, onName }: FieldsProps) {
  const t = useTranslations('session');
  return (
    <>
      <TextField
        id="identifier"
        name="identifier"
        label={t('identifier')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="large"
        onBlur={(event: FocusEvent<HTMLInputElement>) => onName(event.target.value)}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        size="large"
      />
      {needsCode && (
        <TextField
          id="tenant"
          name="tenant"
          label={t('tenant')}
          hint={t('tenantHint')}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          size="large"
        />
      )}
    </>
  );
}

/** The same name and password fit several organisations: the person says which. */
function Choices({ choices }: { choices: readonly { slug: string; name: string }[] }) {
  const t = useTranslations('session');
  if (choices.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-2">{t('choose')}</legend>
      {choices.map((choice) => (
        <Button key={choice.slug} type="submit" name="tenant" value={choice.slug} wide>
          {choice.name}
        </Button>
      ))}
    </fieldset>
  );
}
