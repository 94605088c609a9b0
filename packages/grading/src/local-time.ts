import type { Day, Instant } from './types.ts';

const dayMilliseconds = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clocks of a zone show at an instant, written as if it were UTC. */
function wallAt(timeZone: string, at: number): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) {
    if (type in part) part[type as keyof typeof part] = Number(value);
  }
  const { year, month, day, hour, minute, second } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1_000) + 1_000) % 1_000);
}

/**
 * The instant at which the clocks show this. A time that the change to summer time skips moves forward by what was
 * skipped; of a time that comes twice the second is meant (TCH-33).
 */
function instantAt(timeZone: string, wall: number): number {
  const offsets = [wall + dayMilliseconds, wall - dayMilliseconds].map((at) => wallAt(timeZone, at) - at);
  const fits = offsets.map((offset) => wall - offset).filter((at) => wallAt(timeZone, at) === wall);
  return fits.length > 0 ? Math.max(...fits) : wall - (offsets[1] ?? 0);
}

/** A day and clock time (`HH:MM`) of a school as an instant. */
export function instantOf(timeZone: string, day: Day, time: string): Instant {
  return new Date(instantAt(timeZone, Date.parse(`${day}T${time}Z`))).toISOString();
}

/** As `instantOf`, but the last minute of a day belongs to it whole (TCH-33). */
export function dueInstant(timeZone: string, day: Day, time: string): Instant {
  return instantOf(timeZone, day, time === '23:59' ? '23:59:59.999' : time);
}

/** The same clock time some days later, across changes of the clocks. */
export function addLocalDays(timeZone: string, at: Instant, days: number): Instant {
  const wall = wallAt(timeZone, Date.parse(at)) + days * dayMilliseconds;
  return new Date(instantAt(timeZone, wall)).toISOString();
}

/** The school's day that an instant falls on. */
export function dayOf(timeZone: string, at: Instant): Day {
  return new Date(wallAt(timeZone, Date.parse(at))).toISOString().slice(0, 10);
}

/** A day of the school with the clock time that another instant shows. */
export function sameTimeOn(timeZone: string, day: Day, at: Instant): Instant {
  const wall = new Date(wallAt(timeZone, Date.parse(at))).toISOString();
  return new Date(instantAt(timeZone, Date.parse(day + wall.slice(10)))).toISOString();
}
