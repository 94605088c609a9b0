// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { MasterySheet } from '@k12/contracts/teaching/mastery';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Sizes } from '../gradebook/use-window.ts';
import type { SheetColumn } from './mastery-view.ts';

interface Props {
  sheet: MasterySheet;
  columns: readonly SheetColumn[];
  rowsCount: number;
  sizes: Sizes;
  first: number;
  last: number;
  activeColumn: number;
}

export const strandHeight = 28;

/** Strands over their standards; stays on top while rows move under it. */
export const MasteryHeader = memo(function MasteryHeader(props: Props) {
  const { sheet, columns, rowsCount, sizes, first, last } = props;
  const t = useTranslations('teaching-mastery');
  const lead = 'sticky start-0 z-20 flex items-end border-e border-b border-line bg-canvas px-2.5 text-mini';
  return (
    <div role="rowgroup" className="sticky top-0 z-20 bg-canvas" style={{ height: sizes.head }}>
      <div role="row" aria-rowindex={1} className="relative flex" style={{ height: strandHeight }}>
        <div
          role="columnheader"
          aria-colindex={1}
          className={clsx(lead, 'items-center text-ink-2')}
          style={{ width: sizes.lead }}
        >
          {t('students', { count: rowsCount })}
        </div>
        {groupsOf(columns).map(({ strand, start, count }) => (
          <div
            key={strand}
            role="columnheader"
            aria-colindex={start + 2}
            aria-colspan={count}
            className="absolute inset-y-0 flex items-center overflow-hidden border-e border-b border-line px-2.5 text-mini font-semibold text-ink-2"
            style={{ insetInlineStart: sizes.lead + start * sizes.column, width: count * sizes.column }}
          >
            <span className="sticky whitespace-nowrap" style={{ insetInlineStart: sizes.lead + 10 }}>
              <bdi>
                {[sheet.strands[strand]?.code, sheet.strands[strand]?.statement]
                  .filter(Boolean)
                  .join(' · ') || t('noStrand')}
              </bdi>
            </span>
          </div>
        ))}
      </div>
      <div
        role="row"
        aria-rowindex={2}
        className="relative flex"
        style={{ height: sizes.head - strandHeight }}
      >
        <div
          role="columnheader"
          aria-colindex={1}
          className={clsx(lead, 'pb-2 font-semibold text-ink')}
          style={{ width: sizes.lead }}
        >
          {t('student')}
        </div>
        {columns.slice(first, last + 1).map((column, at) => (
          <ColumnHead key={column.key} {...props} column={column} place={first + at} />
        ))}
      </div>
    </div>
  );
});

function ColumnHead({
  sheet,
  column,
  place,
  sizes,
  activeColumn,
}: Props & { column: SheetColumn; place: number }) {
  const t = useTranslations('teaching-mastery');
  const found = column.kind === 'standard' ? sheet.columns[column.column] : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      title={found?.statement}
      className={clsx(
        'absolute inset-y-0 flex flex-col justify-end overflow-hidden border-e border-b border-line px-2.5 pb-2 text-mini text-ink-2',
        place === activeColumn && 'bg-board-tint',
      )}
      style={{ insetInlineStart: sizes.lead + place * sizes.column, width: sizes.column }}
    >
      {found ? (
        <>
          <bdi className="truncate font-semibold text-ink">{found.code || found.statement}</bdi>
          <bdi className="line-clamp-2">{found.statement}</bdi>
          <span className="tabular-nums">
            {found.assessed_count === 0
              ? t('notAssessed')
              : t('masteredOf', { mastered: found.mastered_count, assessed: found.assessed_count })}
          </span>
        </>
      ) : (
        <span className="font-semibold text-ink">{t('strandAsAWhole')}</span>
      )}
    </div>
  );
}

function groupsOf(columns: readonly SheetColumn[]): { strand: number; start: number; count: number }[] {
  const groups: { strand: number; start: number; count: number }[] = [];
  for (const [at, { strand }] of columns.entries()) {
    const open = groups.at(-1);
    if (open?.strand === strand) open.count += 1;
    else groups.push({ strand, start: at, count: 1 });
  }
  return groups;
}
