'use client';
import { Button } from '@k12/ui/button';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { localeCookie, localeNames, locales } from '@/lib/locales.ts';
import { setPreferenceCookie } from '@/shell/preference-cookies.ts';

/** Switches the language in place; what is typed stays (UXP-92). */
export function LocaleLinks() {
  const router = useRouter();
  const current = useLocale();
  return (
    <ul className="mt-4 flex flex-wrap justify-center gap-1">
      {locales.map((locale) => (
        <li key={locale} lang={locale}>
          <Button
            size="small"
            variant="quiet"
            aria-pressed={locale === current}
            onClick={() => {
              setPreferenceCookie(localeCookie, locale);
              router.refresh();
            }}
          >
            {localeNames[locale]}
          </Button>
        </li>
      ))}
    </ul>
  );
}
