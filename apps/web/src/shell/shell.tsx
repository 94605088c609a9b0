'use client';
import { ToastProvider } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { Activity, type ReactNode } from 'react';
import { BottomBar } from './bottom-bar.tsx';
import { CommandsProvider } from './commands.tsx';
import { FocusOnNavigation } from './focus-on-navigation.tsx';
import { ImpersonationBar } from './impersonation-bar.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { StepUpHost } from './step-up/step-up-host.tsx';
import { TabTitle } from './tab-title.tsx';
import { TopBar } from './top-bar.tsx';

/**
 * What stands around every signed-in page (UXP-01). Nothing in it moves between pages. Its parts wake up after the
 * page, or at once when somebody reaches for them; unlike a `Suspense`, an `Activity` is sent in its place even when the
 * page is long, so that nothing is pushed down when it comes.
 */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <ToastProvider>
      <CommandsProvider>
        <a
          href="#main"
          className="not-focus:hidden-visually z-tooltip rounded-control bg-board px-3 py-2 text-on-board focus:fixed focus:start-2 focus:top-2"
        >
          {t('skip')}
        </a>
        <ImpersonationBar />
        <OfflineBar />
        <div className="tablet:grid tablet:grid-cols-[240px_minmax(0,1fr)] tablet:icons-only:grid-cols-[56px_minmax(0,1fr)]">
          <aside
            data-screen-only
            className="sticky top-0 hidden h-dvh border-e border-line bg-canvas tablet:block"
          >
            <Activity>
              <Navigation />
            </Activity>
          </aside>
          <div className="flex min-h-dvh min-w-0 flex-col bg-paper pb-20 tablet:pb-0">
            <Activity>
              <TopBar />
            </Activity>
            <main id="main" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
          </div>
        </div>
        <Activity>
          <BottomBar />
        </Activity>
        <FocusOnNavigation />
        <TabTitle />
        <StepUpHost />
      </CommandsProvider>
    </ToastProvider>
  );
}
