'use client';
import { ToastProvider } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BottomBar } from './bottom-bar.tsx';
import { ImpersonationBar } from './impersonation-bar.tsx';
import { Navigation } from './navigation.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { SchoolSelector } from './school-selector.tsx';

/** What stands around every signed-in page (UXP-01). Nothing in it moves between pages. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <ToastProvider>
      <a
        href="#main"
        className="hidden-visually z-tooltip rounded-control bg-board px-3 py-2 text-on-board focus:fixed focus:start-2 focus:top-2"
      >
        {t('skip')}
      </a>
      <ImpersonationBar />
      <div className="tablet:grid tablet:grid-cols-[240px_minmax(0,1fr)]">
        <aside className="sticky top-0 hidden h-dvh border-e border-line bg-canvas tablet:block">
          <Navigation />
        </aside>
        <div className="flex min-h-dvh min-w-0 flex-col bg-paper pb-20 tablet:pb-0">
          <header className="sticky top-0 z-sticky flex min-h-13 items-center justify-between gap-3 border-b border-line bg-paper px-4 tablet:px-5">
            <SchoolSelector />
            <div className="flex items-center gap-2">
              <ProfileMenu />
            </div>
          </header>
          <main id="main" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
        </div>
      </div>
      <BottomBar />
    </ToastProvider>
  );
}
