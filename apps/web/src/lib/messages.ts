import { cookies, headers } from 'next/headers';
import type { AbstractIntlMessages } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { glanceAtMe } from './api/server.ts';
import { isLocale, type Locale, localeCookie, preferredLocale, pseudoLocale } from './locales.ts';
import { ownTimeZone } from './own-time-zone.ts';
import { pseudo } from './pseudo.ts';

/** Named in texts as `{share, number, percent}`. */
const formats = { number: { percent: { style: 'percent' } } } as const;

/** One file per area, language by language, so that work on two areas never meets in one file. */
export const areas = [
  'common',
  'pages',
  'shell',
  'session',
  'schools',
  'homes',
  'errors',
  'legal',
  'notifications',
  'settings',
  'security',
  'stepUp',
  'people',
  'people-import',
  'guardians',
  'academicYears',
  'school-calendar',
  'roles',
  'signInRules',
  'programs',
  'audit',
  'health',
  'jobs',
  'operators',
  'operations',
  'support',
  'flags',
  'mail',
  'vitals',
  'accessibility',
  'planning-editor',
  'planning-library',
  'planning-home',
  'planning-sharing',
  'planning-comments',
  'planning-print',
  'planning-packages',
  'planning-templates',
  'planning-packs',
  'planning-pushes',
  'planning-search',
  'planning-resources',
  'planning-history',
  'planning-preview',
  'planning-publish',
  'planning-approvals',
  'planning-map',
  'planning-calendar',
  'planning-substitutes',
  'planning-to-course',
  'planning-documents',
  'planning-contexts',
  'planning-standards',
  'teaching-courses',
  'teaching-today',
  'teaching-settings',
  'teaching-modules',
  'teaching-course-home',
  'marked-file',
  'teaching-archive',
  'teaching-grading',
  'teaching-inbox',
  'teaching-rubrics',
  'teaching-assignments',
  'teaching-dates',
  'teaching-roster',
  'teaching-panel',
  'teaching-gradebook',
  'teaching-grading-rules',
  'teaching-mastery',
  'learn',
  'learn-what-if',
] as const;

/** A text is a word or, once built, the list of its parts. */
export type Messages = { [key: string]: string | readonly unknown[] | Messages };

const isText = (value: Messages[string] | undefined): value is string | readonly unknown[] =>
  typeof value === 'string' || Array.isArray(value);

async function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = await Promise.all(
    areas.map(
      async (area) => [area, (await import(`../../messages/${locale}/${area}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(loaded);
}

/** Account, then device, then browser, then the organisation's default (UXP-92). */
async function requestLocale(): Promise<Locale> {
  const me = await glanceAtMe();
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (isLocale(me?.user.locale)) return me.user.locale;
  if (isLocale(chosen)) return chosen;
  const browser = preferredLocale((await headers()).get('accept-language'));
  return browser ?? me?.tenant.locale ?? 'en';
}

/** A key that a translation lacks shows English, never the key (UXP-93). */
function withEnglish(english: Messages, translated: Messages): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => {
      const own = translated[key];
      if (isText(text)) return [key, isText(own) ? own : text];
      return [key, withEnglish(text as Messages, typeof own === 'object' ? (own as Messages) : {})];
    }),
  );
}

async function readMessages(locale: Locale): Promise<Messages> {
  const english = await loadMessages('en');
  return locale === 'en' ? english : withEnglish(english, await loadMessages(locale));
}

const read = new Map<Locale, Promise<Messages>>();

/** Read once by each process; while developing each time, so that a changed text shows. */
function messagesOf(locale: Locale): Promise<Messages> {
  const known = read.get(locale);
  if (known && process.env.NODE_ENV === 'production') return known;
  const reading = readMessages(locale);
  read.set(locale, reading);
  return reading;
}

export default getRequestConfig(async () => {
  const me = await glanceAtMe();
  const timeZone = me ? ownTimeZone(me) : 'UTC';
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (chosen === pseudoLocale && process.env.NODE_ENV !== 'production')
    return {
      locale: 'en',
      messages: pseudo((await loadMessages('en')) as Parameters<typeof pseudo>[0]),
      timeZone,
    };
  const locale = await requestLocale();
  return {
    locale,
    messages: (await messagesOf(locale)) as AbstractIntlMessages,
    timeZone,
    formats,
    onError: (error) => {
      process.stderr.write(`${JSON.stringify({ level: 'warn', event: 'message', detail: error.message })}\n`);
    },
  };
});
