import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { layoutTexts } from '@/lib/page-texts.ts';
import { PlainUiText } from '@/shell/plain-ui-text.tsx';

/** Pages before the sign-in carry only their own words and none of the shell (UXP-106). */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={await layoutTexts('/(public)/layout')}>
      <PlainUiText>{children}</PlainUiText>
    </NextIntlClientProvider>
  );
}
