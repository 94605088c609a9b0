import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { appearanceOfRequest } from '@/lib/appearance.ts';
import { directionOf } from '@/lib/locales.ts';
import { sidebarCookie } from '@/shell/preference-cookies.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** Words reach the browser through the layouts below, each with those its pages need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, look, jar] = await Promise.all([getLocale(), appearanceOfRequest(), cookies()]);
  const sidebar = jar.get(sidebarCookie)?.value === 'icons' ? 'icons' : 'open';
  return (
    <html lang={locale} dir={directionOf(locale)} data-sidebar={sidebar} {...look} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
