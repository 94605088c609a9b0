import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
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

/**
 * A browser reads what it knows of a language when the first date is written, which takes a slow phone a tenth of a
 * second. It does so after the first paint, while the scripts are on their way, not while the page wakes up. Open pages
 * write no dates.
 */
const readLanguage =
  'requestAnimationFrame(()=>setTimeout(()=>{const l=document.documentElement.lang;' +
  "new Intl.NumberFormat(l).format(1);new Intl.DateTimeFormat(l,{weekday:'long',hour:'numeric'}).format()}))";

/** Words reach the browser through the layouts below, each with those its pages need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, look, jar, given] = await Promise.all([
    getLocale(),
    appearanceOfRequest(),
    cookies(),
    headers(),
  ]);
  const sidebar = jar.get(sidebarCookie)?.value === 'icons' ? 'icons' : 'open';
  return (
    <html lang={locale} dir={directionOf(locale)} data-sidebar={sidebar} {...look} suppressHydrationWarning>
      <body>
        {children}
        {given.get('x-verdict') === 'open' && (
          <script nonce={given.get('x-nonce') ?? undefined}>{readLanguage}</script>
        )}
        <WatchVitals release={release} share={watchedShare} />
      </body>
    </html>
  );
}
