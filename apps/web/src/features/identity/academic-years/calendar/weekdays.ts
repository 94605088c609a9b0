'use client';
import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** The days of a week from its first; 0 is Sunday. */
export function weekFrom(first: number): number[] {
  return Array.from({ length: 7 }, (_, at) => (first + at) % 7);
}

export function useWeekdayName(weekday: 'long' | 'narrow') {
  const format = useFormatter();
  return useCallback(
    // The first of January 2023 is a Sunday.
    (day: number) => format.dateTime(new Date(Date.UTC(2023, 0, 1 + day)), { weekday, timeZone: 'UTC' }),
    [format, weekday],
  );
}
