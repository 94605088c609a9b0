// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import { type Statistics, statisticsOf } from '@k12/grading/statistics';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { GridProps } from './sheet-grid.tsx';
import { figureRows, type SheetSizes } from './sheet-sizes.ts';
import { countedScores, rounded, totalText } from './sheet-view.ts';

type Figure = (typeof figureRows)[number];

type Props = Pick<GridProps, 'store' | 'version' | 'rows' | 'columns' | 'view' | 'decimals' | 'mark'> & {
  sizes: SheetSizes;
  first: number;
  last: number;
};

/** Mean and median of each column and of the totals, under the students; who is excused, ungraded or gone is left out (TCH-105). */
export function SheetFigures(props: Props) {
  const { store, version, rows, columns, view, sizes, first, last } = props;
  const { frozen } = sizes;
  const columnFigures = useFigures(props);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that totals changed
  const ofTotals = useMemo(
    () =>
      statisticsOf(
        rows
          .filter(({ state }) => state === 'active' || state === 'completed')
          .flatMap(({ student_id }) => totalText(store, student_id, view) ?? []),
      ),
    [store, rows, view, version],
  );
  return (
    <div role="rowgroup" className="sticky bottom-0 z-20 bg-canvas" style={{ width: sizes.whole }}>
      {figureRows.map((figure, at) => (
        <div
          key={figure}
          role="row"
          aria-rowindex={rows.length + 3 + at}
          className="relative flex"
          style={{ height: sizes.row }}
        >
          <div role="presentation" className="sticky start-0 z-10 bg-canvas" style={{ width: sizes.lead }}>
            <Lead figure={figure} statistics={ofTotals} {...props} />
            {columns.slice(0, frozen).map(({ id }, place) => (
              <FigureCell
                key={id}
                {...props}
                place={place}
                figure={figure}
                statistics={columnFigures.get(id)}
              />
            ))}
          </div>
          {columns.slice(frozen + first, frozen + last + 1).map(({ id }, step) => {
            const place = frozen + first + step;
            return (
              <FigureCell
                key={id}
                {...props}
                place={place}
                figure={figure}
                statistics={columnFigures.get(id)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Of the columns in sight alone. */
function useFigures({
  store,
  version,
  rows,
  columns,
  sizes,
  first,
  last,
}: Props): ReadonlyMap<string, Statistics> {
  const { frozen } = sizes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that cells changed
  return useMemo(() => {
    const shown = [...columns.slice(0, frozen), ...columns.slice(frozen + first, frozen + last + 1)];
    return new Map(shown.map(({ id }) => [id, statisticsOf(countedScores(store, rows, id))]));
  }, [store, version, rows, columns, frozen, first, last]);
}

const box = 'flex h-full items-center border-e border-t border-line px-2.5 text-small tabular-nums';

function Lead({
  figure,
  statistics,
  sizes,
  decimals,
  mark,
}: Props & { figure: Figure; statistics: Statistics }) {
  const t = useTranslations('teaching-gradebook');
  const value = statistics[figure];
  return (
    <div role="presentation" className="flex h-full">
      <div
        role="rowheader"
        aria-colindex={1}
        className={clsx(box, 'font-semibold text-ink-2')}
        style={{ width: sizes.name }}
      >
        {t(`statistics.${figure}`)}
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        className={clsx(box, 'justify-end font-semibold')}
        style={{ width: sizes.total }}
      >
        {value === null ? '–' : rounded(value, decimals, mark)}
      </div>
      <div role="gridcell" aria-colindex={3} className={box} style={{ width: sizes.label }} />
    </div>
  );
}

function FigureCell({
  place,
  figure,
  statistics,
  sizes,
  mark,
}: Props & { place: number; figure: Figure; statistics: Statistics | undefined }) {
  const value = statistics?.[figure] ?? null;
  return (
    <div
      role="gridcell"
      aria-colindex={place + 4}
      className={clsx(box, 'absolute inset-y-0 justify-end text-ink-2')}
      style={{ insetInlineStart: sizes.starts[place], width: sizes.widths[place] }}
    >
      {value === null ? '–' : rounded(value, 1, mark)}
    </div>
  );
}
