'use client';
import type { MasteryCell as Cell } from '@k12/contracts/teaching/mastery';
import type { ProficiencyLevel } from '@k12/contracts/teaching/proficiency-scales';
import { toneTint } from '@k12/ui/tone';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { toneOf } from './level-mark.tsx';
import { TrendMark } from './trend-mark.tsx';

interface Props {
  id: string;
  levels: readonly ProficiencyLevel[];
  level: number | null;
  cell: Pick<Cell, 'evidence_count' | 'trend' | 'is_judged'> | undefined;
  /** Of a strand: what its standards come to. */
  isWhole: boolean;
  isSaving: boolean;
  isActive: boolean;
  isSelected: boolean;
  index: number;
  start: number;
  width: number;
}

/** A level in words on its color, with pieces of evidence and trend; empty means not assessed. */
export const MasteryCell = memo(function MasteryCell(props: Props) {
  const { id, levels, level, cell, isWhole, isSaving, isActive, isSelected, index, start, width } = props;
  const t = useTranslations('teaching-mastery');
  const found = level === null ? undefined : levels[level];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
    // biome-ignore lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
    <div
      id={id}
      role="gridcell"
      aria-colindex={index}
      aria-selected={isSelected || isActive}
      data-place={index - 2}
      className={clsx(
        'absolute inset-y-0 border-e border-b border-line p-0.5 text-small',
        isWhole && 'bg-canvas',
        isSelected && !isActive && 'bg-board-tint',
        isActive && 'z-10 bg-raised outline-2 -outline-offset-2 outline-board',
        isSaving && 'italic',
      )}
      style={{ insetInlineStart: start, width }}
    >
      {found ? (
        <span
          className={clsx(
            'flex size-full items-center gap-1 rounded-small px-2 forced-colors:border',
            toneTint[toneOf(levels, level)],
          )}
        >
          <bdi className={clsx('truncate', isWhole ? 'font-regular' : 'font-semibold')}>{found.label}</bdi>
          <span className="ms-auto flex items-center gap-0.5 text-mini tabular-nums">
            {cell?.is_judged && (
              <>
                <span aria-hidden className="font-bold">
                  *
                </span>
                <span className="hidden-visually">{t('judged')}</span>
              </>
            )}
            {cell?.trend && <TrendMark trend={cell.trend} />}
            {cell && (
              <>
                <span aria-hidden>{cell.evidence_count}</span>
                <span className="hidden-visually">{t('pieces', { count: cell.evidence_count })}</span>
              </>
            )}
          </span>
        </span>
      ) : (
        <span
          className={isWhole ? 'hidden-visually' : 'flex size-full items-center px-2 text-mini text-ink-2'}
        >
          {t('notAssessed')}
        </span>
      )}
    </div>
  );
});
