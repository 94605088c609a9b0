'use client';
import clsx from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Day, firstWeekday, formatDay, localToday, monthOf } from './calendar/month.tsx';
import { useCalendar } from './calendar/use-calendar.tsx';
import { IconButton } from './icon-button.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type CalendarProps = {
  label: string;
  /** One day, or the first and last day of a stretch. */
  value?: Day | readonly [Day, Day | undefined] | null | undefined;
  onValueChange: (day: Day) => void;
  today?: Day | undefined;
  min?: Day | undefined;
  max?: Day | undefined;
  /** 1 is Monday, 7 is Sunday; by default what the locale says. */
  weekStart?: number | undefined;
  /** What happens that day, in a few words, for the name of the day. */
  describeDay?: ((day: Day) => string | undefined) | undefined;
  /** A mark under the number. */
  mark?: ((day: Day) => ReactNode) | undefined;
};

function edges(value: CalendarProps['value']): { first: Day | undefined; last: Day | undefined } {
  if (!value) return { first: undefined, last: undefined };
  if (typeof value === 'string') return { first: value, last: value };
  return { first: value[0], last: value[1] ?? value[0] };
}

type DayCellProps = {
  day: Day;
  props: CalendarProps;
  state: ReturnType<typeof useCalendar>;
  today: Day;
};

function DayCell({ day, props, state, today }: DayCellProps) {
  const { locale } = useSurroundings();
  const { first, last } = edges(props.value);
  const chosen = day === first || day === last;
  const between = first !== undefined && last !== undefined && day > first && day < last;
  const said = [formatDay(day, locale, { dateStyle: 'full' }), props.describeDay?.(day)]
    .filter(Boolean)
    .join(', ');
  return (
    <td className={clsx('p-0', between && 'bg-board-tint')}>
      <button
        type="button"
        data-day={day}
        aria-label={said}
        aria-pressed={chosen || between}
        aria-current={day === today ? 'date' : undefined}
        aria-disabled={!state.inRange(day) || undefined}
        tabIndex={day === state.focused ? 0 : -1}
        onClick={() => state.pick(day)}
        className={clsx(
          'relative mx-auto flex size-9 items-center justify-center rounded-control text-small tabular-nums aria-disabled:opacity-40 pointer-coarse:size-11',
          chosen ? 'bg-board font-semibold text-on-board' : 'hover:bg-sunken',
          !chosen && day === today && 'bg-chalk-tint font-semibold text-warn',
          !chosen && monthOf(day) !== monthOf(state.focused) && 'text-ink-3',
        )}
      >
        {formatDay(day, locale, { day: 'numeric' })}
        <span aria-hidden className="absolute inset-x-0 bottom-0.5 flex justify-center gap-0.5">
          {props.mark?.(day)}
        </span>
      </button>
    </td>
  );
}

function MonthHead({ state, label }: { state: ReturnType<typeof useCalendar>; label: string }) {
  const { locale } = useSurroundings();
  const text = useUiText();
  return (
    <div className="flex items-center justify-between gap-2 pb-1">
      <IconButton
        label={text.previousMonth}
        icon={<ChevronLeft aria-hidden className="rtl:-scale-x-100" />}
        onClick={() => state.turn(-1)}
      />
      <div aria-live="polite" className="text-body font-semibold">
        <span className="hidden-visually">{label}: </span>
        {formatDay(state.focused, locale, { month: 'long', year: 'numeric' })}
      </div>
      <IconButton
        label={text.nextMonth}
        icon={<ChevronRight aria-hidden className="rtl:-scale-x-100" />}
        onClick={() => state.turn(1)}
      />
    </div>
  );
}

export function Calendar(props: CalendarProps) {
  const { locale } = useSurroundings();
  const today = props.today ?? localToday();
  const state = useCalendar({
    start: edges(props.value).first ?? today,
    weekStart: props.weekStart ?? firstWeekday(locale),
    min: props.min,
    max: props.max,
    onPick: props.onValueChange,
  });
  return (
    <div className="w-fit">
      <MonthHead state={state} label={props.label} />
      <table
        ref={state.grid}
        aria-label={props.label}
        onKeyDown={state.onKeyDown}
        className="border-separate border-spacing-y-0.5"
      >
        <thead>
          <tr>
            {state.weeks[0]?.map((day) => (
              <th key={day} scope="col" className="h-7 text-mini font-medium text-ink-3">
                <span aria-hidden>{formatDay(day, locale, { weekday: 'narrow' })}</span>
                <span className="hidden-visually">{formatDay(day, locale, { weekday: 'long' })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {state.weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell key={day} day={day} props={props} state={state} today={today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
