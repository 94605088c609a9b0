'use client';
import type { PlacementConflict } from '@k12/contracts/planning/placements';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface Props {
  conflicts: readonly PlacementConflict[];
  onSelect: (placementId: string) => void;
}

/** Everything that looks wrong, in words; a press marks the bar. They warn, they do not stop (PLN-107). */
export function ConflictList({ conflicts, onSelect }: Props) {
  const t = useTranslations('planning-map');
  if (conflicts.length === 0) return null;
  // An overlap is found from both sides; one line is enough.
  const shown = conflicts.filter(({ other_id, placement_id }) => !other_id || placement_id < other_id);
  return (
    <section id="conflicts" aria-label={t('conflictsTitle')} className="mt-6 scroll-mt-20">
      <h2 className="mb-2 text-large font-semibold">{t('conflictsTitle')}</h2>
      <ul className="grid">
        {shown.map((conflict) => (
          <li
            key={`${conflict.placement_id}${conflict.code}${conflict.other_id}`}
            className="border-line border-b py-2"
          >
            <button
              type="button"
              onClick={() => onSelect(conflict.placement_id)}
              className="flex w-full items-start gap-2 text-start text-body hover:underline"
            >
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
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
    </section>
  );
}
