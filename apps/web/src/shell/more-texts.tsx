'use client';
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';

/** Texts for what is inside, besides those that the layouts around it have sent. */
export function MoreTexts({ texts, children }: { texts: Record<string, unknown>; children: ReactNode }) {
  const locale = useLocale();
  const inherited = useMessages();
  const messages = useMemo(() => ({ ...inherited, ...texts }) as typeof inherited, [inherited, texts]);
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
