import type { Meeting, MeetingInput } from '@k12/contracts/teaching/meetings';

/** Meetings at one time and place, on however many days: as people say when a section meets. */
export interface MeetingPattern {
  weekdays: number[];
  rotation_days: string[];
  starts_at: string;
  ends_at: string;
  location: string;
  effective_from_on: string | null;
  effective_to_on: string | null;
}

export const emptyPattern: MeetingPattern = {
  weekdays: [],
  rotation_days: [],
  starts_at: '',
  ends_at: '',
  location: '',
  effective_from_on: null,
  effective_to_on: null,
};

/** Days that share time and place as one line, in the order they first come. */
export function patternsOf(meetings: readonly Meeting[]): MeetingPattern[] {
  const known = new Map<string, MeetingPattern>();
  for (const { weekday, rotation_day, location, starts_at, ends_at, ...range } of meetings) {
    const { effective_from_on, effective_to_on } = range;
    const key = [starts_at, ends_at, location, effective_from_on, effective_to_on].join(' ');
    const pattern = known.get(key) ?? {
      ...{ ...emptyPattern, weekdays: [], rotation_days: [] },
      ...{ starts_at, ends_at, location: location ?? '', effective_from_on, effective_to_on },
    };
    if (weekday !== null) pattern.weekdays.push(weekday);
    if (rotation_day !== null) pattern.rotation_days.push(rotation_day);
    known.set(key, pattern);
  }
  return [...known.values()];
}

/** One meeting for each day, as the server keeps them (PLN-112). */
export function meetingsOf(patterns: readonly MeetingPattern[]): MeetingInput[] {
  return patterns.flatMap(({ weekdays, rotation_days, location, ...rest }) => {
    const place = { ...rest, location: location.trim() || null };
    return [
      ...weekdays.map((weekday) => ({ ...place, weekday, rotation_day: null })),
      ...rotation_days.map((rotation_day) => ({ ...place, weekday: null, rotation_day })),
    ];
  });
}

export type PatternFault = 'days' | 'starts_at' | 'ends_at' | 'order';

/** What keeps a line from being kept; the same rules as the server's, told before it is asked. */
export function patternFaults(pattern: MeetingPattern): PatternFault[] {
  const { weekdays, rotation_days, starts_at, ends_at } = pattern;
  const faults: PatternFault[] = [];
  if (weekdays.length + rotation_days.length === 0) faults.push('days');
  if (!starts_at) faults.push('starts_at');
  if (!ends_at) faults.push('ends_at');
  if (starts_at && ends_at && ends_at <= starts_at) faults.push('order');
  return faults;
}
