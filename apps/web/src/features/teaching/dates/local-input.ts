import { dueInstant, instantOf } from '@k12/grading/local-time';

/** An instant as a date and time field of the school's zone shows it: `2026-11-20T23:59`. */
export function localInput(timeZone: string, at: string | null | undefined): string {
  if (!at) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
  return parts.replace(' ', 'T');
}

/** And back; the last minute of a due day belongs to it whole (TCH-33). */
export function instantOfInput(
  timeZone: string,
  value: string,
  kind: 'due' | 'moment' = 'moment',
): string | null {
  const [day, time] = value.split('T');
  if (!day || !time) return null;
  return kind === 'due'
    ? dueInstant(timeZone, day, time.slice(0, 5))
    : instantOf(timeZone, day, time.slice(0, 5));
}

/** A moment as a due time: the last minute of a day belongs to it whole (TCH-33). */
export function dueInstantOf(timeZone: string, at: string): string {
  const shown = localInput(timeZone, at);
  return shown.endsWith('23:59') ? (instantOfInput(timeZone, shown, 'due') ?? at) : at;
}

/** A date without a time gets the usual one. */
export function withTime(value: string, time: string): string {
  return value.includes('T') || value === '' ? value : `${value}T${time}`;
}
