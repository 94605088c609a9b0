'use client';
import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** The days of a week from its first; 0 is Sunday. */
export function weekFrom(first: number): number[] {
  return Array.from({ length: 7 }, (_, at) => (first + at) % 7);
}

/** Names of weekdays, 0 is Sunday, as people of this language write them. */
export function useWeekdayName(weekday: 'long' | 'short' | 'narrow') {
  const format = useFormatter();
  return useCallback(
    // The first of January 2023 is a Sunday.
    (day: number) => format.dateTime(new Date(Date.UTC(2023, 0, 1 + day)), { weekday, timeZone: 'UTC' }),
    [format, weekday],
  );
}
