'use client';
import { useFormatter } from 'next-intl';
import { useMemo } from 'react';

/** Days and instants as people of this language write them. */
export function useDates() {
  const format = useFormatter();
  return useMemo(
    () => ({
      /** A calendar day has no zone: it is the same day everywhere. */
      day: (value: string) =>
        format.dateTime(new Date(`${value}T00:00:00Z`), {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          timeZone: 'UTC',
        }),
      shortDay: (value: string) =>
        format.dateTime(new Date(`${value}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
      instant: (value: string) =>
        format.dateTime(new Date(value), {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
        }),
      /** What is near needs no year: the weekday says it. */
      moment: (value: string) =>
        format.dateTime(new Date(value), {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: 'numeric',
          minute: '2-digit',
        }),
      ago: (value: string) => format.relativeTime(new Date(value), new Date()),
    }),
    [format],
  );
}
