import { useFormatter } from 'next-intl';

/** Weekdays (0 is Sunday) and times of day as people of this language write them. */
export function useWeekdayNames() {
  const format = useFormatter();
  // The fourth of January 1970 was a Sunday.
  const at = (time: string) => new Date(`1970-01-04T${time}:00Z`);
  return {
    day: (day: number) =>
      format.dateTime(new Date(Date.UTC(1970, 0, 4 + day)), { weekday: 'short', timeZone: 'UTC' }),
    times: (from: string, to: string) =>
      format
        .dateTimeRange(at(from), at(to), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
        .replace(/[\u2009\u202f]/g, ' '),
  };
}
