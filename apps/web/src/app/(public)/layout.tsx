import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PlainUiText } from '@/shell/plain-ui-text.tsx';

/** Pages before the sign-in carry only their own words and none of the shell (UXP-106). */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { session, security } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ session, security }}>
      <PlainUiText>{children}</PlainUiText>
    </NextIntlClientProvider>
  );
}
