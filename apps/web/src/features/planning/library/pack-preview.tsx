'use client';
import { useTranslations } from 'next-intl';
import { usePackWords } from '../pack-words.ts';
import type { ChosenPack } from './use-chosen-pack.ts';

/** The sections the plan will have, as they will stand. */
export function PackPreview({ pack }: { pack: ChosenPack | null }) {
  const t = useTranslations('planning-library');
  const words = usePackWords();
  const sections = pack?.schema.sections.filter(({ hidden }) => !hidden) ?? [];
  return (
    <section
      aria-label={t('previewOf')}
      aria-live="polite"
      className="rounded-card border border-line bg-raised p-5 laptop:sticky laptop:top-20 laptop:max-h-[calc(100dvh-7rem)] laptop:overflow-y-auto"
    >
      <h2 className="text-small font-semibold text-ink-3">{t('previewOf')}</h2>
      <ol className="mt-3 grid gap-4">
        {sections.map(({ key, label, help, required }) => (
          <li key={key}>
            <p className="font-semibold">
              {words(label)}
              {required && <span className="font-regular text-small text-ink-3"> · {t('needed')}</span>}
            </p>
            {help && <p className="mt-0.5 line-clamp-2 text-small text-ink-2">{words(help)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
