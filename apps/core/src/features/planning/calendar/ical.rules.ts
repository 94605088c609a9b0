import { addDays } from '@k12/plan-content/days';
import { offsetAt, type Transition, transitions } from './local-time.rules.ts';

export interface FeedEvent {
  uid: string;
  sequence: number;
  title: string;
  detail: string | null;
  location: string | null;
  /** Days, the last one included. */
  starts_on: string;
  ends_on: string;
  /** Local times in `time_zone`; null for whole days. */
  starts: string | null;
  ends: string | null;
  time_zone: string | null;
  updated_at: string;
  is_cancelled: boolean;
}

export interface Feed {
  name: string;
  events: readonly FeedEvent[];
  /** The stretch that zone definitions must cover. */
  from: Date;
  to: Date;
}

/** RFC 5545: CRLF, folded lines, escaped text, every named zone defined (PLN-123). */
export function icalOf({ name, events, from, to }: Feed): string {
  const zones = [
    ...new Set(events.flatMap(({ time_zone, starts }) => (time_zone && starts ? [time_zone] : []))),
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeroom//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zones.flatMap((zone) => zoneLines(zone, from, to)),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(event: FeedEvent): string[] {
  const times =
    event.starts && event.ends && event.time_zone
      ? [
          `DTSTART;TZID=${event.time_zone}:${compact(event.starts_on)}T${clock(event.starts)}`,
          `DTEND;TZID=${event.time_zone}:${compact(event.ends_on)}T${clock(event.ends)}`,
        ]
      : [
          `DTSTART;VALUE=DATE:${compact(event.starts_on)}`,
          // The end of whole days is the day after the last.
          `DTEND;VALUE=DATE:${compact(addDays(event.ends_on, 1))}`,
        ];
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stampOf(event.updated_at)}`,
    `LAST-MODIFIED:${stampOf(event.updated_at)}`,
    `SEQUENCE:${event.sequence}`,
    ...times,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.detail ? [`DESCRIPTION:${escaped(event.detail)}`] : []),
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    `STATUS:${event.is_cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(event.starts ? [] : ['TRANSP:TRANSPARENT']),
    'END:VEVENT',
  ];
}

/** One observance for each change of the clocks, and the one in force at the start. */
function zoneLines(timeZone: string, from: Date, to: Date): string[] {
  const first = offsetAt(timeZone, from);
  const changes = transitions(timeZone, from, to);
  const winter = Math.min(first, ...changes.map((change) => change.to));
  const start: Transition = { at: from, from: first, to: first };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...[start, ...changes].flatMap((change) => {
      const kind = change.to > winter ? 'DAYLIGHT' : 'STANDARD';
      // The start is a local time, counted by the offset before the change.
      const local = new Date(change.at.getTime() + change.from * 60_000).toISOString();
      return [
        `BEGIN:${kind}`,
        `DTSTART:${stampOf(local).slice(0, -1)}`,
        `TZOFFSETFROM:${offsetText(change.from)}`,
        `TZOFFSETTO:${offsetText(change.to)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function clock(time: string): string {
  return `${time.slice(0, 5).replace(':', '')}00`;
}

function stampOf(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

export function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

const longestLine = 75;

/** At most 75 octets in a line; the rest follows after a space. A character is never cut. */
export function folded(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line;
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > longestLine) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n');
}
