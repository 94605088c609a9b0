'use client';
import { addDays, startOfWeek } from '@k12/plan-content/days';
import { addMonths } from '@k12/ui/calendar/month';
import { useSurroundings } from '@k12/ui/ui-provider';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useFirstWeekday } from '@/lib/first-weekday.ts';

export interface Span {
  starts_on: string;
  ends_on: string;
}

/** A day of the year as it is, another as its first or last. */
export function within(day: string, year: Span): string {
  return day < year.starts_on ? year.starts_on : day > year.ends_on ? year.ends_on : day;
}

/** One day of the year is in the tab order: arrows walk days and weeks, Home and End the week, Page Up and Down months. */
export function useDayKeys(year: Span, today: string) {
  const { direction } = useSurroundings();
  const firstWeekday = useFirstWeekday();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(() => within(today, year));
  const forward = direction === 'rtl' ? -1 : 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const week = startOfWeek(focused, firstWeekday);
    const moves = new Map<string, string>([
      ['ArrowRight', addDays(focused, forward)],
      ['ArrowLeft', addDays(focused, -forward)],
      ['ArrowDown', addDays(focused, 7)],
      ['ArrowUp', addDays(focused, -7)],
      ['Home', week],
      ['End', addDays(week, 6)],
      ['PageUp', addMonths(focused, -1)],
      ['PageDown', addMonths(focused, 1)],
    ]);
    const to = moves.get(event.key);
    if (!to) return;
    event.preventDefault();
    const day = within(to, year);
    setFocused(day);
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
  return { focused, setFocused, grid, onKeyDown };
}
