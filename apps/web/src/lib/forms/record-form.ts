'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form';
import { submitOnControlEnter } from './control-enter.ts';
import { useFieldWords } from './field-words.ts';
import { formFailure } from './problem-errors.ts';
import { useUnsavedGuard } from './unsaved-guard.ts';

interface Options<V extends FieldValues> {
  values: V;
  /** Sends the body; the key makes a second press of the same form one record (UXP-31). */
  send: (values: V, headers: Record<string, string>, version: number) => Promise<unknown>;
  /** The version of the record as it is known now; a refresh behind the form can raise it. */
  version?: number | undefined;
}

/** Checked at once, on leaving a field; every other rule of the contract is the server's and lands on its field. */
interface Rules {
  /** What the field is called, on the field and in the summary. */
  label: string;
  required?: boolean;
  maxLength?: number;
  /** The empty text means that nothing is known. */
  emptyIsNull?: boolean;
}

/**
 * A form over one record: a summary that takes the focus, failures of the server on their fields, Ctrl+Enter to send,
 * and a question before unsaved input is left (UXP-28..32).
 */
export function useRecordForm<V extends FieldValues>({ values, send, version = 0 }: Options<V>) {
  const t = useTranslations('errors');
  const words = useFieldWords();
  const id = useId();
  const key = useRef<string | null>(null);
  const labels = useRef<Record<string, string>>({});
  const [general, setGeneral] = useState<string | null>(null);
  // What is typed stands on the version the form was opened with, whatever is refreshed behind it (UXP-41).
  const [base, setBase] = useState(version);
  const form = useForm<V>({
    defaultValues: values as DefaultValues<V>,
    mode: 'onTouched',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const { errors, isSubmitting, isDirty, isSubmitted } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  // What is sent after a change is another request and must not be answered by the former one.
  useEffect(() => {
    const watching = form.watch(() => {
      key.current = null;
    });
    return () => watching.unsubscribe();
  }, [form]);

  const submit = form.handleSubmit(async (current) => {
    setGeneral(null);
    key.current ??= crypto.randomUUID();
    try {
      await send(current, { 'idempotency-key': key.current }, base);
      form.reset(form.getValues());
    } catch (error) {
      const given: Record<string, unknown> = form.getValues();
      const failure = formFailure(error, Object.keys(given), t('title'), (fault, name) =>
        words(fault, (given[name] ?? '') === ''),
      );
      for (const [name, message] of Object.entries(failure.fields))
        form.setError(name as Path<V>, { type: 'server', message });
      setGeneral(failure.general);
    }
  });

  const field = (name: Path<V>, { label, required, maxLength, emptyIsNull }: Rules) => {
    labels.current[name] = label;
    const rules = {
      ...(required && { required: t('required') }),
      ...(maxLength && { maxLength: { value: maxLength, message: t('tooLong', { count: maxLength }) } }),
      ...(emptyIsNull && { setValueAs: (value: unknown) => (value === '' ? null : value) }),
    };
    const error = errors[name]?.message;
    return {
      ...form.register(name, rules),
      id: `${id}${name}`,
      label,
      required: required === true,
      error: typeof error === 'string' ? error : undefined,
    };
  };
  const takeNewer = () => {
    form.reset(values as DefaultValues<V>);
    setBase(version);
  };
  const failures = Object.entries(errors).map(([name, error]) => ({
    field: `${id}${name}`,
    message: t('atField', { field: labels.current[name] ?? name, problem: String(error?.message ?? '') }),
  }));
  return {
    id,
    field,
    sending: isSubmitting,
    dirty: isDirty,
    /** Somebody else was quicker; null while what is known is what the form began with. */
    newer: version > base ? takeNewer : null,
    /** For FormErrorSummary; empty until the first submit, so that nobody is told off while typing. */
    failures: isSubmitted ? [...failures, ...(general ? [{ message: general }] : [])] : [],
    props: { id, onSubmit: submit, onKeyDown: submitOnControlEnter, noValidate: true },
  };
}
