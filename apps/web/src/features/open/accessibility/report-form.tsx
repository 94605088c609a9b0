'use client';
import { createAccessibilityRequest } from '@k12/contracts/operations/accessibility-requests';
import { Button } from '@k12/ui/button';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStep } from '@/features/identity/session/use-step.ts';
import { callSigningIn } from '@/lib/api/browser.ts';
import type { Locale } from '@/lib/locales.ts';

const shortest = 10;

/** For everybody, signed in or not: whoever cannot sign in has the most to report (UXP-90). */
export function ReportForm() {
  const t = useTranslations('accessibility');
  const ts = useTranslations('session');
  const locale = useLocale() as Locale;
  const step = useStep();
  const [wrong, setWrong] = useState<'message' | 'email' | null>(null);
  const [reference, setReference] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const read = (name: string) => String(given.get(name) ?? '').trim();
    const [message, place, email] = [read('message'), read('place'), read('email')];
    const field = message.length < shortest ? 'message' : isAddress(email) ? null : 'email';
    setWrong(field);
    if (field) return step.setFailure(t(field === 'message' ? 'missing' : 'wrongEmail'));
    return step.run(async () => {
      const body = { message, locale, ...(place && { place }), ...(email && { email }) };
      setReference((await callSigningIn(createAccessibilityRequest, { body })).reference);
    });
  };
  if (reference) return <Sent reference={reference} onAnother={() => setReference(null)} />;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {step.failure && (
        <FormErrorSummary
          title={ts('notDone')}
          errors={[{ message: step.failure, ...(wrong && { field: wrong }) }]}
        />
      )}
      <TextArea
        id="message"
        name="message"
        label={t('message')}
        hint={t('messageHint')}
        rows={5}
        maxLength={4_000}
        required
        {...(wrong === 'message' && { error: t('missing') })}
      />
      <TextField id="place" name="place" label={t('place')} hint={t('placeHint')} maxLength={300} />
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="email"
        maxLength={254}
        {...(wrong === 'email' && { error: t('wrongEmail') })}
      />
      <div>
        <Button type="submit" variant="primary" loading={step.sending} disabled={!step.ready}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

function isAddress(email: string): boolean {
  return email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
}

/** The form is gone, and the focus with it: the answer takes it. */
function Sent({ reference, onAnother }: { reference: string; onAnother: () => void }) {
  const t = useTranslations('accessibility');
  const answer = useRef<HTMLParagraphElement>(null);
  useEffect(() => answer.current?.focus(), []);
  return (
    <div className="grid justify-items-start gap-3">
      <p ref={answer} tabIndex={-1} role="status" className="rounded-card bg-ok-tint p-4">
        {t('sent', { reference: `\u2068${reference}\u2069` })}
      </p>
      <Button onClick={onAnother}>{t('another')}</Button>
    </div>
  );
}
