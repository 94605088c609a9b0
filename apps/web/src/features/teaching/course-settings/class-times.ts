import { useFormatter } from 'next-intl';

/** From when to when a class meets, as people of this language write it. */
export function useClassTimes() {
  const format = useFormatter();
  const at = (time: string) => new Date(`1970-01-01T${time}:00Z`);
  return (from: string, to: string) =>
    format
      .dateTimeRange(at(from), at(to), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
      .replace(/[\u2009\u202f]/g, ' ');
}
