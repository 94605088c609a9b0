'use client';
import { redeemGuardianInvite } from '@k12/contracts/identity/guardian-invites';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { Ticket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import type { FormFailure } from '@/lib/forms/problem-errors.ts';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

const refreshes = ['guardian_links.', 'guardian_invites.', 'learning.', 'me.'];

/** A further child, by the code that the school gave (IDN-52, IDN-53). */
export function RedeemCode() {
  const t = useTranslations('guardians.redeem');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="small" icon={<Ticket size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      {opened && <CodeForm onClose={() => setOpened(false)} />}
    </>
  );
}

function CodeForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('guardians.redeem');
  const toast = useToast();
  const redeem = useChange(redeemGuardianInvite, refreshes);
  const form = useSubmit(['code'], async (values) => {
    const { state } = await redeem({ body: { code: textOf(values, 'code') } });
    toast.show({ message: t(state === 'active' ? 'active' : 'waits') });
    onClose();
  });
  const failure = useCodeFailure(form.failure);
  return (
    <FormDrawer
      title={t('title')}
      description={t('text')}
      action={t('action')}
      form={{ ...form, failure }}
      onClose={onClose}
    >
      <TextField
        id="code"
        name="code"
        label={t('code')}
        hint={t('hint')}
        required
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        error={failure?.fields.code}
      />
    </FormDrawer>
  );
}

/** Used, withdrawn or too old: the code is at fault, and only the school can give another one. */
function useCodeFailure(failure: FormFailure | null): FormFailure | null {
  const t = useTranslations('guardians.redeem');
  if (failure?.code === 'gone') return { ...failure, general: null, fields: { code: t('spent') } };
  return failure?.fields.code ? { ...failure, fields: { code: t('wrong') } } : failure;
}
