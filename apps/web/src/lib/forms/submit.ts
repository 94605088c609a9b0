'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useChanged } from './changed.ts';
import { submitOnControlEnter } from './control-enter.ts';
import { useFieldWords } from './field-words.ts';
import { type FormFailure, formFailure } from './problem-errors.ts';

/**
 * Sends a form once at a time; failures of the server land on its fields and everything typed stays (UXP-29..31).
 * `props` belong on the form.
 */
export function useSubmit(fieldNames: readonly string[], send: (form: FormData) => Promise<unknown>) {
  const t = useTranslations('session');
  const words = useFieldWords();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [sending, setSending] = useState(false);
  const { changed, watch } = useChanged();
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const element = event.currentTarget;
    const values = new FormData(element);
    setSending(true);
    setFailure(null);
    try {
      await send(values);
    } catch (error) {
      const isEmpty = (name: string) => String(values.get(name) ?? '').trim() === '';
      const failed = formFailure(error, fieldNames, t('network'), (fault, name) =>
        words(fault, isEmpty(name)),
      );
      setFailure({ ...failed, labels: labelsIn(element) });
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

/** The words above each field, without what marks it as required. */
function labelsIn(form: HTMLFormElement): Record<string, string> {
  const labelled = [...form.elements].flatMap((one) => {
    const { name, labels } = one as HTMLInputElement;
    const words = labels?.[0]?.firstChild?.textContent?.trim();
    return name && words ? [[name, words] as const] : [];
  });
  return Object.fromEntries(labelled);
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

/** An empty field means that nothing is known. */
export function optionalOf(form: FormData, name: string): string | null {
  return textOf(form, name) || null;
}
