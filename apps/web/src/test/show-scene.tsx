import type { Me } from '@k12/contracts/identity/me';
import { ToastProvider } from '@k12/ui/toast';
import { NextIntlClientProvider } from 'next-intl';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { directionOf, type Locale } from '@/lib/locales.ts';
import { SessionProvider } from '@/lib/session-context.tsx';
import { UiText } from '@/shell/ui-text.tsx';

declare global {
  interface Window {
    scene: { name: string; me: Me; locale: Locale; messages: Record<string, never> };
  }
}

/** Puts one of the scenes on the page, with the session, language and words that the test chose. */
export function showScene(scenes: Readonly<Record<string, ComponentType>>): void {
  const { name, me, locale, messages } = window.scene;
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  document.documentElement.dataset.theme = 'light';
  const Scene = scenes[name];
  const place = document.getElementById('root');
  if (place && Scene)
    createRoot(place).render(
      <NextIntlClientProvider locale={locale} messages={messages} timeZone="America/New_York">
        <UiText>
          <SessionProvider me={me}>
            <ToastProvider>
              <Scene />
            </ToastProvider>
          </SessionProvider>
        </UiText>
      </NextIntlClientProvider>,
    );
}
