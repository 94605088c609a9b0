'use client';
import type { PlacementConflict } from '@k12/contracts/planning/placements';
import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isWorry, worriesOf } from './worries.ts';

interface Props {
  conflicts: readonly PlacementConflict[];
  onSelect: (placementId: string) => void;
}

/** Everything that looks wrong, in words; a press marks the bar. They warn, they do not stop (PLN-107). */
export function ConflictList({ conflicts, onSelect }: Props) {
  const t = useTranslations('planning-map');
  const worries = worriesOf(conflicts);
  const notes = conflicts.filter((conflict) => !isWorry(conflict));
  if (worries.length + notes.length === 0) return null;
  return (
    <section id="conflicts" aria-label={t('conflictsTitle')} className="mt-6 scroll-mt-20">
      {worries.length > 0 && (
        <>
          <h2 className="mb-2 text-large font-semibold">{t('conflictsTitle')}</h2>
          <Lines conflicts={worries} onSelect={onSelect} />
        </>
      )}
      {notes.length > 0 && (
        <details className="group mt-3">
          <summary className="flex min-h-control cursor-pointer list-none items-center gap-1.5 text-body text-ink-2 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-4 shrink-0 transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
            />
            {t('overBreaks', { count: notes.length })}
          </summary>
          <Lines conflicts={notes} onSelect={onSelect} />
        </details>
      )}
    </section>
  );
}

function Lines({ conflicts, onSelect }: Props) {
  const t = useTranslations('planning-map');
  return (
    <ul className="grid">
      {conflicts.map((conflict) => (
        <li
          key={`${conflict.placement_id}${conflict.code}${conflict.other_id}`}
          className="border-line border-b py-2"
        >
          <button
            type="button"
            onClick={() => onSelect(conflict.placement_id)}
            className="flex w-full items-start gap-2 text-start text-body hover:underline"
          >
            {isWorry(conflict) && <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />}
            <span>
              <span className="font-medium">{`${conflict.course_name} · ${conflict.title}`}</span>{' '}
              <span className="text-ink-2">
                {t(`codes.${conflict.code}`, { other: conflict.other_title ?? '' })}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
