'use client';
import clsx from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { YearBoardBar, YearBoardRow } from '../year-board.tsx';
import { lanesOf, placeOf, type YearRange } from './scale.ts';
import type { BarDraft, BarDrag } from './use-bar-drag.tsx';

type RowProps = {
  row: YearBoardRow;
  year: YearRange;
  /** Only of a bar in this row, so that other rows stay as they are while one moves. */
  draft: BarDraft | null;
  selected: string | undefined;
  drag: BarDrag;
  describe: (bar: YearBoardBar, range: YearRange) => string;
  onSelect: (key: string) => void;
};

const laneHeight = 3;

/** A course with its units: the name stays in view, the year scrolls. */
function Row({ row, year, draft, selected, drag, describe, onSelect }: RowProps) {
  const shown = row.bars.map((bar) => ({ ...bar, ...(draft?.key === bar.key ? draft.range : null) }));
  const { lanes, count } = lanesOf(row.bars);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div
      role="group"
      aria-label={row.label}
      data-subject={row.subject}
      className="grid grid-cols-(--board-columns) border-line border-b last:border-b-0 [contain-intrinsic-size:auto_4rem] [content-visibility:auto]"
    >
      <div className="sticky start-0 z-10 flex min-w-0 flex-col justify-center border-line border-e bg-paper px-3 py-2">
        <div className="truncate text-body font-semibold">{row.title}</div>
        <div className="truncate text-mini text-ink-2">{row.description}</div>
      </div>
      <div data-track className="year-weeks relative" style={{ height: `${count * laneHeight + 1}rem` }}>
        {row.holidays.map((holiday) => (
          <Hatch key={holiday.key} year={year} range={holiday} label={holiday.label} />
        ))}
        <ul className="contents">
          {shown.map((bar) => (
            <Bar
              key={bar.key}
              bar={bar}
              year={year}
              lane={lanes.get(bar.key) ?? 0}
              held={draft?.key === bar.key}
              selected={selected === bar.key}
              drag={drag}
              label={describe(bar, bar)}
              onSelect={onSelect}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

export const BoardRow = memo(Row);

function Hatch({ year, range, label }: { year: YearRange; range: YearRange; label: string }) {
  const { start, size } = placeOf(year, range);
  return (
    <span
      title={label}
      className="year-hatch absolute inset-y-0"
      style={{ insetInlineStart: `${start}%`, width: `${size}%` }}
    />
  );
}

type BarProps = {
  bar: YearBoardBar;
  year: YearRange;
  lane: number;
  held: boolean;
  selected: boolean;
  drag: BarDrag;
  label: string;
  onSelect: (key: string) => void;
};

function Bar({ bar, year, lane, held, selected, drag, label, onSelect }: BarProps) {
  const { start, size } = placeOf(year, bar);
  const range = { startsOn: bar.startsOn, endsOn: bar.endsOn };
  const place = {
    insetInlineStart: `${start}%`,
    width: `calc(${size}% - 2px)`,
    top: `${lane * laneHeight + 0.5}rem`,
  };
  return (
    <li className="absolute list-none p-0.5" style={{ ...place, height: `${laneHeight}rem` }}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={selected}
        data-bar={bar.key}
        onClick={() => onSelect(bar.key)}
        onKeyDown={(event) => bar.movable && drag.onKeyDown(event, bar.key, range)}
        onBlur={() => held && drag.drop()}
        {...(bar.movable && {
          ...drag.follow,
          onPointerDown: (event) => drag.onPointerDown(event, bar.key, range, 'move'),
        })}
        className={clsx(
          'paint relative flex size-full min-w-0 select-none flex-col justify-center overflow-hidden rounded-control border border-s-4 border-s-subject ps-2 pe-1 text-start',
          bar.dashed
            ? 'border-subject-line bg-paper [border-block-style:dashed] [border-inline-end-style:dashed]'
            : 'border-subject-line bg-subject-tint',
          bar.movable && 'cursor-grab active:cursor-grabbing',
          selected && 'touch-none ring-2 ring-board',
          held && 'z-20 opacity-90 shadow-float',
          bar.faded && 'opacity-60',
        )}
      >
        <span className="flex w-full items-center gap-1 text-small font-semibold leading-4.5">
          {bar.warns && <TriangleAlert aria-hidden className="size-3 shrink-0 text-warn" />}
          <span dir="auto" className="truncate rtl:text-right">
            {bar.title}
          </span>
        </span>{' '}
        <span className="truncate text-mini text-ink-2 leading-4">{bar.note}</span>
      </button>
      {bar.movable && (
        <span
          aria-hidden
          className="absolute inset-y-1 end-0 w-2 cursor-ew-resize touch-none"
          {...drag.follow}
          onPointerDown={(event) => drag.onPointerDown(event, bar.key, range, 'end')}
        />
      )}
    </li>
  );
}
