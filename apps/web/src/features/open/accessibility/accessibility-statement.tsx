import { TextLink } from '@k12/ui/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths.ts';
import { ReadingPage } from '../reading-page.tsx';
import { knownGaps } from './known-gaps.ts';
import { walkedOn, walkFigures } from './walk.ts';

/** How far the product conforms, what it lacks and since when, what the checks found, and whom to tell (UXP-90). */
export async function AccessibilityStatement({ children }: { children: ReactNode }) {
  const [t, tp, format] = await Promise.all([
    getTranslations('accessibility'),
    getTranslations('pages'),
    getFormatter(),
  ]);
  const dayOf = (day: string) => format.dateTime(new Date(day), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <ReadingPage title={tp('accessibility')} lead={t('lead')}>
      <Part title={t('conformanceTitle')}>
        <p className="reading mt-1">{t('conformance')}</p>
      </Part>
      <Part title={t('gapsTitle')}>
        <p className="mt-1 text-ink-2">{t('gapsLead')}</p>
        <ul className="mt-3 grid gap-3">
          {knownGaps.map(({ key, since }) => (
            <li key={key} className="border-s-2 border-line-strong ps-3">
              {t(`gaps.${key}`)}
              <span className="block text-small text-ink-3">{t('since', { day: dayOf(since) })}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('resultsTitle')}>
        {walkedOn && <p className="mt-1">{t('results', { day: dayOf(walkedOn), ...walkFigures })}</p>}
        <p className="mt-1">{t('manual')}</p>
        <p className="mt-2">
          <TextLink href={paths.accessibilityResults()}>{t('resultsLink')}</TextLink>
        </p>
      </Part>
      <Part title={t('contactTitle')}>
        <p className="mt-1 mb-4">{t('contact')}</p>
        {children}
      </Part>
    </ReadingPage>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-7">
      <h2 className="text-large font-semibold">{title}</h2>
      {children}
    </section>
  );
}
