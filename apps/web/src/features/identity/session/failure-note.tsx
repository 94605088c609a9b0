'use client';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { useTranslations } from 'next-intl';

interface Props {
  failure: string | null;
  /** Id of the control to go back to. */
  field?: string;
}

/** Takes the focus and is read out, with a way back to the field (UXP-30). */
export function FailureNote({ failure, field }: Props) {
  const t = useTranslations('session');
  if (!failure) return null;
  return <FormErrorSummary title={t('notDone')} errors={[{ message: failure, field }]} />;
}
