import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { readSessionMe } from './api/server.ts';
import { isLocale, type Locale, localeCookie, preferredLocale } from './locales.ts';

/** Account, then device, then browser, then the organisation's default (UXP-92). */
async function requestLocale(): Promise<Locale> {
  const me = await readSessionMe();
  if (isLocale(me?.user.locale)) return me.user.locale;
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (isLocale(chosen)) return chosen;
  const browser = preferredLocale((await headers()).get('accept-language'));
  return browser ?? me?.tenant.locale ?? 'en';
}

export const areas = ['common', 'pages', 'shell', 'session', 'schools', 'homes', 'errors'] as const;

async function messagesOf(locale: Locale) {
  const loaded = await Promise.all(
    areas.map(
      async (area) => [area, (await import(`../../messages/${locale}/${area}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(loaded);
}

export default getRequestConfig(async () => {
  const locale = await requestLocale();
  const me = await readSessionMe();
  return {
    locale,
    messages: await messagesOf(locale),
    timeZone: me?.user.time_zone ?? me?.tenant.time_zone ?? 'UTC',
  };
});
