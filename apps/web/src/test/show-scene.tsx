import type { Me } from '@k12/contracts/identity/me';
import { ToastProvider } from '@k12/ui/toast';
import { NextIntlClientProvider } from 'next-intl';
import type { ComponentType } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { SWRConfig } from 'swr';
import { directionOf, type Locale } from '@/lib/locales.ts';
import { SessionProvider } from '@/lib/session-context.tsx';
import { UiText } from '@/shell/ui-text.tsx';

declare global {
  interface Window {
    scene: { name: string; me: Me; locale: Locale; messages: Record<string, never> };
    /** Puts another scene in the place of the one that is shown; it knows nothing of what that one read. */
    showScene: (name: string) => void;
  }
}

/** Puts one of the scenes on the page, with the session, language and words that the test chose. */
export function showScene(scenes: Readonly<Record<string, ComponentType>>): void {
  const { name, me, locale, messages } = window.scene;
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  document.documentElement.dataset.theme = 'light';
  const place = document.getElementById('root');
  let shown: Root | undefined;
  window.showScene = (next) => {
    if (shown) forgetThePage(shown);
    const Scene = scenes[next];
    if (!place || !Scene) return;
    shown = createRoot(place);
    shown.render(
      <SWRConfig value={{ provider: () => new Map() }}>
        <NextIntlClientProvider locale={locale} messages={messages} timeZone="America/New_York">
          <UiText>
            <SessionProvider me={me}>
              <ToastProvider>
                <Scene />
              </ToastProvider>
            </SessionProvider>
          </UiText>
        </NextIntlClientProvider>
      </SWRConfig>,
    );
  };
  window.showScene(name);
}

function forgetThePage(shown: Root): void {
  shown.unmount();
  window.localStorage.clear();
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
}
