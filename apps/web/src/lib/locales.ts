export const locales = ['en', 'es', 'fr', 'ar'] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own script, for the switch (UXP-92). */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
};

const rightToLeft: ReadonlySet<string> = new Set(['ar']);

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale) ? 'rtl' : 'ltr';
}

export function isLocale(value: string | undefined | null): value is Locale {
  return locales.includes(value as Locale);
}

/** The best match of an Accept-Language header. */
export function preferredLocale(header: string | null): Locale | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.weight - a.weight);
  const match = wanted.find(({ language }) => isLocale(language));
  return match ? (match.language as Locale) : null;
}

export const localeCookie = 'homeroom_locale';

/** Chosen by cookie, outside production only. */
export const pseudoLocale = 'en-XA';

/** What stands between whole and broken numbers where this language is written. */
export const decimalMark = (locale: string): '.' | ',' =>
  new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.';
