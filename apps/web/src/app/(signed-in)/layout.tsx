import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { readSessionMe } from '@/lib/api/server.ts';
import { layoutTexts } from '@/lib/page-texts.ts';
import { paths } from '@/lib/paths.ts';
import { SessionProvider } from '@/lib/session-context.tsx';
import { Shell } from '@/shell/shell.tsx';
import { UiText } from '@/shell/ui-text.tsx';

/** The shell stays while pages inside it change, and with it messages, undo and the cache. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const me = await readSessionMe();
  const given = await headers();
  if (!me) redirect(paths.login(given.get('x-address') ?? undefined));
  if (given.get('x-verdict') !== 'open') forbidden();
  return (
    <NextIntlClientProvider messages={await layoutTexts('/(signed-in)/layout')}>
      <UiText>
        <SessionProvider me={me}>
          <Shell>{children}</Shell>
        </SessionProvider>
      </UiText>
    </NextIntlClientProvider>
  );
}
