'use client';
import { LinkButton } from '@k12/ui/link-button';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';

const steps = ['form', 'standards', 'calendar'] as const;

/** How planning begins, for somebody who has no unit yet. */
export function FirstSteps() {
  const t = useTranslations('planning-home.first');
  return (
    <section aria-label={t('title')} className="max-w-document">
      <h2 className="font-serif text-heading font-semibold">{t('title')}</h2>
      <ol className="mt-4 grid gap-4">
        {steps.map((step, at) => (
          <li key={step} className="flex gap-4">
            <span
              aria-hidden
              className="flex size-8 shrink-0 items-center justify-center rounded-full bg-board-tint font-semibold text-board"
            >
              {at + 1}
            </span>
            <div>
              <p className="font-semibold">{t(`${step}.title`)}</p>
              <p className="text-ink-2">{t(`${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <LinkButton href={paths.planNewUnit()} variant="primary" size="large" className="mt-6">
        {t('start')}
      </LinkButton>
    </section>
  );
}
