'use client';
import type { Placement, PlacementMoved } from '@k12/contracts/planning/placements';
import { Button } from '@k12/ui/button';
import { SegmentedControl } from '@k12/ui/segmented-control';
import type { BarDraft } from '@k12/ui/year-board';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { type MoveMode, moveModes } from './use-map-moves.ts';
import { worriesOf } from './worries.ts';

interface Props {
  mode: MoveMode;
  onMode: (mode: MoveMode) => void;
  draft: BarDraft | null;
  preview: PlacementMoved | null;
  selected: Placement | undefined;
  onOpen: (id: string) => void;
}

/** What moves along with a bar, and while one is held what would change: said aloud as well. */
export function MoveBar({ mode, onMode, draft, preview, selected, onOpen }: Props) {
  const t = useTranslations('planning-map');
  return (
    <div
      className={clsx(
        'mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden',
        // A year of many courses is longer than the window: what concerns the chosen bar stays in sight.
        (selected || draft) &&
          'sticky bottom-3 z-sticky rounded-card border border-line bg-raised px-3 py-2 shadow-float',
      )}
    >
      <SegmentedControl
        label={t('mode')}
        value={mode}
        onValueChange={(value) => onMode(moveModes.find((one) => one === value) ?? 'only')}
        options={moveModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      {selected && !draft && (
        <Button size="small" onClick={() => onOpen(selected.id)}>
          {t('open', { title: selected.title })}
        </Button>
      )}
      <div role="status" className="min-h-5 text-small text-ink-2">
        {draft ? <Preview draft={draft} preview={preview} /> : selected?.can.update && t('keysHint')}
      </div>
    </div>
  );
}

function Preview({ draft, preview }: { draft: BarDraft; preview: PlacementMoved | null }) {
  const t = useTranslations('planning-map');
  const joined = useJoined();
  const dates = useDates();
  const range = t('range', {
    from: dates.shortDay(draft.range.startsOn),
    to: dates.shortDay(draft.range.endsOn),
  });
  if (!preview) return range;
  const worries = worriesOf(preview.conflicts).length;
  const also = preview.placements.filter(({ id }) => id !== draft.key);
  return (
    <>
      {range}
      {' · '}
      {t('previewLessons', { count: preview.sessions.length })}
      {also.length > 0 && ` · ${t('previewAlso', { units: joined(also.map(({ title }) => title)) })}`}
      {worries > 0 && ` · ${t('conflicts', { count: worries })}`}
    </>
  );
}
