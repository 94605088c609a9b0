'use client';
import { changePassword } from '@k12/contracts/identity/session';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { forgetCsrfToken } from '@/lib/api/csrf.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { FormFailures } from '@/lib/forms/form-failures.tsx';
import { useSubmit } from '@/lib/forms/submit.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { useSession } from '@/lib/session-context.tsx';

const fieldNames = ['current_password', 'password'] as const;
/** Besides the sessions, the list of sign-ins and the sessions' ends change. */
const refreshed = ['me.'];

export function PasswordChange() {
  const t = useTranslations('security.password');
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  const finish = () => {
    setOpen(false);
    setChanged(true);
  };
  const action = !open && (
    <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
      {t('change')}
    </Button>
  );
  return (
    <Section title={t('title')} action={action}>
      {open ? (
        <PasswordForm onDone={finish} onCancel={() => setOpen(false)} />
      ) : (
        <p role="status" className="text-ink-2">
          {t(changed ? 'changed' : 'lead')}
        </p>
      )}
    </Section>
  );
}

function PasswordForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { me } = useSession();
  const t = useTranslations('security.password');
  const tc = useTranslations('common');
  const change = useChange(changePassword, refreshed);
  const { failure, sending, changed, props } = useSubmit(fieldNames, async (form) => {
    const body = {
      current_password: String(form.get('current_password') ?? ''),
      password: String(form.get('password') ?? ''),
    };
    await change({ body });
    forgetCsrfToken();
    onDone();
  });
  useUnsavedGuard(changed);
  const general = failure?.code === 'sign_in.failed' ? { ...failure, general: t('wrong') } : failure;
  return (
    <form {...props} className="grid max-w-form gap-4">
      <FormFailures failure={general} />
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={me.user.email ?? me.user.username ?? ''}
        readOnly
        hidden
      />
      <TextField
        id="current_password"
        name="current_password"
        type="password"
        label={t('current')}
        error={failure?.fields.current_password}
        autoComplete="current-password"
        required
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t('new')}
        hint={t('hint')}
        error={failure?.fields.password}
        autoComplete="new-password"
        required
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" loading={sending}>
          {t('change')}
        </Button>
        <Button onClick={onCancel}>{tc('cancel')}</Button>
      </div>
    </form>
  );
}
