'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSurroundings } from '../ui-provider.tsx';
import { addDays, addMonths, type Day, weeksOf } from './month.tsx';

type Options = {
  start: Day;
  weekStart: number;
  min: Day | undefined;
  max: Day | undefined;
  onPick: (day: Day) => void;
};

function moved(key: string, day: Day, week: Day[], forward: number): Day | undefined {
  const moves = new Map<string, Day | undefined>([
    ['ArrowRight', addDays(day, forward)],
    ['ArrowLeft', addDays(day, -forward)],
    ['ArrowDown', addDays(day, 7)],
    ['ArrowUp', addDays(day, -7)],
    ['Home', week[0]],
    ['End', week[6]],
    ['PageUp', addMonths(day, -1)],
    ['PageDown', addMonths(day, 1)],
  ]);
  return moves.get(key);
}

/** One day is in the tab order; arrows walk days and weeks, Home and End the week, Page Up and Down the months. */
export function useCalendar({ start, weekStart, min, max, onPick }: Options) {
  const { direction } = useSurroundings();
  const [focused, setFocused] = useState(start);
  const grid = useRef<HTMLTableElement>(null);
  const weeks = weeksOf(focused, weekStart);
  const inRange = (day: Day) => (!min || day >= min) && (!max || day <= max);

  const onKeyDown = (event: KeyboardEvent) => {
    const week = weeks.find((days) => days.includes(focused)) ?? [];
    const to = moved(event.key, focused, week, direction === 'rtl' ? -1 : 1);
    if (!to) return;
    event.preventDefault();
    const kept = min && to < min ? min : max && to > max ? max : to;
    setFocused(kept);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${kept}"]`)?.focus());
  };
  const pick = (day: Day) => {
    if (!inRange(day)) return;
    setFocused(day);
    onPick(day);
  };
  return {
    focused,
    setFocused,
    weeks,
    grid,
    onKeyDown,
    inRange,
    pick,
    turn: (by: number) => setFocused(addMonths(focused, by)),
  };
}
