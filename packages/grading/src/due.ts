import { addLocalDays, dayOf, dueInstant, instantOf, sameTimeOn } from './local-time.ts';
import type { Day, DueRule, Instant, LatePolicy, MeetingInstants } from './types.ts';

/** A day with school and when it ends (`HH:MM`); null where the bell schedule does not say. */
export interface SchoolDayEnd {
  day: Day;
  closes_at: string | null;
}

/** What due rules and lateness are counted by; days and meetings in order. */
export interface SchoolTime {
  time_zone: string;
  school_days: readonly SchoolDayEnd[];
  /** Of the student's section. */
  meetings: readonly MeetingInstants[];
}

/** A due rule as an instant; null when the calendar has no such day or meeting, so nothing is due yet (TCH-32). */
export function resolveDue(rule: DueRule, school: SchoolTime): Instant | null {
  switch (rule.kind) {
    case 'fixed':
      return dueInstant(school.time_zone, rule.on, rule.time);
    case 'end_of_school_day': {
      const day = school.school_days.find((each) => each.day >= rule.on);
      return day?.closes_at ? instantOf(school.time_zone, day.day, day.closes_at) : null;
    }
    case 'class_start':
    case 'class_end': {
      const meeting = school.meetings.find((each) => each.day >= rule.on_or_after);
      if (!meeting) return null;
      return rule.kind === 'class_start' ? meeting.starts_at : meeting.ends_at;
    }
  }
}

/**
 * Intervals of lateness begun between two instants: the first begins right after `from`, the next ones at the same
 * clock time of later days or school days, every hour, or whenever class meets (TCH-39).
 */
export function intervalsBegun(
  interval: LatePolicy['interval'],
  from: Instant,
  to: Instant,
  school: SchoolTime,
): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (end <= start) return 0;
  switch (interval) {
    case 'hour':
      return Math.ceil((end - start) / 3_600_000);
    case 'day':
      return daysBegun(from, end, school.time_zone);
    case 'school_day':
      return 1 + schoolDaysBegun(from, end, school);
    case 'class_meeting':
      return 1 + countWithin(school.meetings, start, end);
  }
}

function daysBegun(from: Instant, end: number, timeZone: string): number {
  // A change of the clocks makes one day an hour longer or shorter, so the quotient is a guess to correct.
  let days = Math.max(1, Math.floor((end - Date.parse(from)) / 86_400_000) - 1);
  while (Date.parse(addLocalDays(timeZone, from, days)) < end) days += 1;
  return days;
}

function schoolDaysBegun(from: Instant, end: number, { school_days, time_zone }: SchoolTime): number {
  const first = dayOf(time_zone, from);
  const last = dayOf(time_zone, new Date(end).toISOString());
  const after = school_days.filter(({ day }) => day > first && day <= last);
  const endsOn = after.at(-1)?.day === last && Date.parse(sameTimeOn(time_zone, last, from)) >= end;
  return after.length - (endsOn ? 1 : 0);
}

function countWithin(meetings: readonly MeetingInstants[], start: number, end: number): number {
  return meetings.filter(({ starts_at }) => Date.parse(starts_at) > start && Date.parse(starts_at) < end)
    .length;
}
