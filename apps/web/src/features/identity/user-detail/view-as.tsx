'use client';
import { startImpersonation } from '@k12/contracts/identity/impersonation';
import type { User } from '@k12/contracts/identity/users';
import { RadioGroup } from '@k12/ui/radio-group';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { announceSignIn } from '@/lib/api/tabs.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';

const fieldNames = ['mode', 'reason', 'ticket', 'minutes'];
const spans = [15, 30, 60];

/** The product as this person sees it, under both names, for an hour at most (IDN-95). */
export function ViewAs({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTranslations('people.viewAs');
  const [home, setHome] = useState<string | null>(null);
  const form = useSubmit(fieldNames, async (values) => {
    const ticket = optionalOf(values, 'ticket');
    const body = {
      user_id: user.id,
      mode: textOf(values, 'mode') === 'act' ? ('act' as const) : ('read' as const),
      reason: textOf(values, 'reason'),
      minutes: Number(textOf(values, 'minutes')),
      ...(ticket && { ticket }),
    };
    setHome((await callApi(startImpersonation, { body })).home);
  });
  if (home) return <Leaving to={home} />;
  const errors = form.failure?.fields ?? {};
  return (
    <FormDrawer
      title={t('title', { name: user.display_name })}
      description={t('text', { name: user.display_name })}
      action={t('start')}
      form={form}
      onClose={onClose}
    >
      <RadioGroup
        name="mode"
        label={t('mode')}
        look="cards"
        defaultValue="read"
        options={(['read', 'act'] as const).map((value) => ({
          value,
          label: t(`modes.${value}`),
          hint: t(`modeHints.${value}`),
        }))}
      />
      <TextArea
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        required
        maxLength={500}
        error={errors.reason}
      />
      <SelectField
        id="minutes"
        name="minutes"
        label={t('length')}
        defaultValue="30"
        error={errors.minutes}
        options={spans.map((count) => ({ value: String(count), label: t('minutes', { count }) }))}
      />
      <TextField
        id="ticket"
        name="ticket"
        label={t('ticket')}
        optional
        maxLength={80}
        autoComplete="off"
        error={errors.ticket}
      />
    </FormDrawer>
  );
}

/**
 * Goes on once the form, which would ask about what is typed in it, has gone. A full load: nothing of one's own stays in
 * memory (UXP-40), and other tabs make way, since they too are the other person's now.
 */
function Leaving({ to }: { to: string }) {
  useEffect(() => {
    announceSignIn();
    window.location.assign(to);
  }, [to]);
  return null;
}
