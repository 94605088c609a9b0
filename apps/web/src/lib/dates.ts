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
      /** “Thursday, November 5”: the day itself is the subject. */
      weekday: (value: string) =>
        format.dateTime(new Date(`${value}T00:00:00Z`), {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
        }),
      /** “Nov 23 – 24”, with plain spaces: server and browser do not agree on those beside a dash. */
      range: (from: string, to: string, withWeekday = false) =>
        format
          .dateTimeRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`), {
            ...(withWeekday && { weekday: 'short' }),
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          })
          .replace(/[\u2009\u202f]/g, ' '),
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
