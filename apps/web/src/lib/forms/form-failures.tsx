'use client';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { useTranslations } from 'next-intl';
import type { FormFailure } from './problem-errors.ts';

/** What the server found wrong, at the top of the form with a way to each field (UXP-30). */
export function FormFailures({ failure }: { failure: FormFailure | null }) {
  const t = useTranslations('errors');
  if (!failure) return null;
  const named = Object.entries(failure.fields).map(([field, problem]) => {
    const label = failure.labels?.[field];
    return { field, message: label ? t('atField', { field: label, problem }) : problem };
  });
  const errors = failure.general ? [...named, { message: failure.general }] : named;
  return <FormErrorSummary title={t('check', { count: errors.length })} errors={errors} />;
}
