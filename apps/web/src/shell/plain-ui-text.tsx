'use client';
import { UiTextProvider } from '@k12/ui/ui-text';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';

/** The words that fields need, without what floating parts would add to the page's weight. */
export function PlainUiText({ children }: { children: ReactNode }) {
  const t = useTranslations('session.ui');
  const text = useMemo(
    () => ({
      required: t('required'),
      optional: t('optional'),
      loading: t('loading'),
      characterOf: (position: number, total: number) => t('characterOf', { position, total }),
    }),
    [t],
  );
  return <UiTextProvider text={text}>{children}</UiTextProvider>;
}
