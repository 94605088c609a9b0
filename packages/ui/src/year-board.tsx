'use client';
import { ChevronDown } from 'lucide-react';
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { formatDay } from './calendar/month.tsx';
import type { Subject } from './tone.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { BoardRow } from './year-board/board-row.tsx';
import { daysFrom, monthsOf, placeOf, type YearRange } from './year-board/scale.ts';
import { type BarDraft, useBarDrag } from './year-board/use-bar-drag.tsx';

export type YearBoardBar = YearRange & {
  key: string;
  title: string;
  /** The line under the title: a state in words. */
  note: string;
  /** Not settled yet. */
  dashed?: boolean | undefined;
  movable?: boolean | undefined;
  warns?: boolean | undefined;
  /** Shown where it was or would be, not where it is. */
  faded?: boolean | undefined;
};

export type YearBoardRow = {
  key: string;
  title: string;
  description: string;
  /** What the row is, for assistive technology. */
  label: string;
  subject?: Subject | undefined;
  bars: readonly YearBoardBar[];
  holidays: readonly (YearRange & { key: string; label: string })[];
};

export type YearBoardGroup = { key: string; title: string; rows: readonly YearBoardRow[] };

export type YearBoardProps = YearRange & {
  label: string;
  today: string;
  /** The name of the line of today. */
  todayLabel: string;
  /** A group without a title has no heading. */
  groups: readonly YearBoardGroup[];
  selected?: string | undefined;
  /** The whole name of a bar with its dates, as spoken. */
  describe: (bar: YearBoardBar, range: YearRange) => string;
  onSelect: (key: string) => void;
  /** While a bar is held: where it would be. Null when it is let go. */
  onDraft: (draft: BarDraft | null) => void;
  onDrop: (draft: BarDraft) => void;
};

export type { BarDraft, YearRange };

/** A year of weeks with rows of bars that are moved by mouse, touch and keys. */
export function YearBoard(props: YearBoardProps) {
  const year = { startsOn: props.startsOn, endsOn: props.endsOn };
  const { draft, drag } = useBarDrag({ year, onDraft: props.onDraft, onDrop: props.onDrop });
  const describe = useLatest(props.describe);
  const onSelect = useLatest(props.onSelect);
  const weeks = (daysFrom(year.startsOn, year.endsOn) + 1) / 7;
  const style = { '--year-weeks': weeks.toFixed(3) } as CSSProperties;
  const shown = placeOf(year, { startsOn: props.today, endsOn: props.today });
  const board = useRef<HTMLElement>(null);
  const now = useRef<HTMLSpanElement>(null);
  useTodayInSight(board, now);
  const inYear = props.today >= year.startsOn && props.today <= year.endsOn;
  return (
    <section
      ref={board}
      aria-label={props.label}
      className="overflow-x-auto rounded-card border border-line bg-paper [--board-columns:8rem_minmax(0,1fr)] tablet:[--board-columns:9.5rem_minmax(0,1fr)]"
      style={style}
    >
      <div className="relative min-w-240">
        <Months year={year} />
        {props.groups.map((group) => (
          <Group key={group.key} title={group.title}>
            {group.rows.map((row) => (
              <BoardRow
                key={row.key}
                row={row}
                year={year}
                draft={row.bars.some(({ key }) => key === draft?.key) ? draft : null}
                selected={row.bars.some(({ key }) => key === props.selected) ? props.selected : undefined}
                drag={drag}
                describe={describe}
                onSelect={onSelect}
              />
            ))}
          </Group>
        ))}
        {inYear && (
          <div
            aria-hidden
            className="pointer-events-none absolute inset-y-0 inset-x-0 grid grid-cols-(--board-columns)"
          >
            <div className="relative col-start-2 mt-8">
              <span
                ref={now}
                title={props.todayLabel}
                className="paint absolute inset-y-0 w-0.5 bg-chalk"
                style={{ insetInlineStart: `${shown.start + shown.size / 2}%` }}
              />
            </div>
          </div>
        )}
      </div>
    </section>
  );
}

/** Where a year does not fit, it opens at today: right of the middle, for the names of the rows cover its start. */
function useTodayInSight(board: RefObject<HTMLElement | null>, now: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!board.current || !now.current) return;
    const frame = board.current.getBoundingClientRect();
    const isMirrored = getComputedStyle(board.current).direction === 'rtl';
    const wanted = frame.left + frame.width * (isMirrored ? 0.33 : 0.67);
    board.current.scrollLeft += now.current.getBoundingClientRect().left - wanted;
  }, [board, now]);
}

/** The same function for every render, so that rows which did not change are not drawn again. */
function useLatest<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  const latest = useRef(call);
  latest.current = call;
  return useCallback((...args: A) => latest.current(...args), []);
}

function Months({ year }: { year: YearRange }) {
  const { locale } = useSurroundings();
  return (
    <div
      aria-hidden
      className="sticky top-0 z-20 grid grid-cols-(--board-columns) border-line border-b bg-canvas"
    >
      <div className="sticky start-0 z-10 border-line border-e bg-canvas" />
      <div className="relative h-8">
        {monthsOf(year).map((month) => {
          const { start, size } = placeOf(year, month);
          return (
            <span
              key={month.startsOn}
              className="absolute inset-y-0 flex items-center truncate border-line border-s ps-2 text-mini font-semibold text-ink-2"
              style={{ insetInlineStart: `${start}%`, width: `${size}%` }}
            >
              {size > 3 && formatDay(month.startsOn, locale, { month: 'short' })}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(true);
  if (title === '') return children;
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="sticky start-0 flex w-full items-center gap-1.5 border-line border-b bg-canvas px-3 py-1.5 text-start text-small font-semibold text-ink-2"
      >
        <ChevronDown aria-hidden className={open ? 'size-4' : '-rotate-90 size-4 rtl:rotate-90'} />
        {title}
      </button>
      {open && children}
    </>
  );
}
