'use client';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FailureNote } from './failure-note.tsx';
import { useStep } from './use-step.ts';

interface Props {
  /** Shown to password managers, so that the new password is kept under the right name. */
  identifier?: string;
  minimum?: number;
  label: string;
  onSend: (password: string) => Promise<void>;
}

/** One field that can be looked at instead of two that must match: nothing is asked twice (UXP-87). */
export function NewPasswordForm({ identifier, minimum, label, onSend }: Props) {
  const t = useTranslations('session');
  const step = useStep();
  const [visible, setVisible] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    if (password === '') return step.setFailure(t('passwordMissing'));
    return step.run(() => onSend(password));
  };
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <FailureNote failure={step.failure} field="password" />
      {identifier && (
        <input type="text" name="username" autoComplete="username" value={identifier} readOnly hidden />
      )}
      <TextField
        id="password"
        name="password"
        type={visible ? 'text' : 'password'}
        label={t('newPassword.label')}
        hint={minimum === undefined ? t('newPassword.hint') : t('newPassword.minimum', { minimum })}
        autoComplete="new-password"
        spellCheck={false}
        autoCapitalize="none"
        size="large"
        required
      />
      <Checkbox
        label={t('newPassword.show')}
        checked={visible}
        onCheckedChange={(checked) => setVisible(checked)}
      />
      <Button type="submit" variant="primary" size="large" wide loading={step.sending} disabled={!step.ready}>
        {label}
      </Button>
    </form>
  );
}
