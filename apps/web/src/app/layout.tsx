import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { appearanceOfRequest } from '@/lib/appearance.ts';
import { directionOf } from '@/lib/locales.ts';
import { sidebarCookie } from '@/shell/preference-cookies.ts';
import { WatchVitals } from '@/shell/watch-vitals.tsx';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

const release = process.env.RELEASE_VERSION ?? process.env.npm_package_version ?? '0.1.0';
/** How many of a hundred visits say how fast they were; at least ten (UXP-112). */
const watchedShare = Math.min(100, Math.max(10, Number(process.env.VITALS_SHARE || 100)));

/** Words reach the browser through the layouts below, each with those its pages need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, look, jar] = await Promise.all([getLocale(), appearanceOfRequest(), cookies()]);
  const sidebar = jar.get(sidebarCookie)?.value === 'icons' ? 'icons' : 'open';
  return (
    <html lang={locale} dir={directionOf(locale)} data-sidebar={sidebar} {...look} suppressHydrationWarning>
      <body>
        {children}
        <WatchVitals release={release} share={watchedShare} />
      </body>
    </html>
  );
}
