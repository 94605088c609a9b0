'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useChanged } from './changed.ts';
import { submitOnControlEnter } from './control-enter.ts';
import { type FormFailure, formFailure } from './problem-errors.ts';

/**
 * Sends a form once at a time; failures of the server land on its fields and everything typed stays (UXP-29..31).
 * `props` belong on the form.
 */
export function useSubmit(fieldNames: readonly string[], send: (form: FormData) => Promise<unknown>) {
  const t = useTranslations('session');
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [sending, setSending] = useState(false);
  const { changed, watch } = useChanged();
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      await send(new FormData(event.currentTarget));
    } catch (error) {
      setFailure(formFailure(error, fieldNames, t('network')));
    } finally {
      setSending(false);
    }
  };
  return {
    failure,
    sending,
    changed,
    props: { ...watch, onSubmit, onKeyDown: submitOnControlEnter, noValidate: true },
  };
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

/** An empty field means that nothing is known. */
export function optionalOf(form: FormData, name: string): string | null {
  return textOf(form, name) || null;
}
