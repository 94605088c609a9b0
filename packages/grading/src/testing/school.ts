import type { SchoolTime } from '../due.ts';
import { addLocalDays, instantOf } from '../local-time.ts';
import type { MeetingInstants } from '../types.ts';

const time_zone = 'America/Chicago';

/** Weekdays of March 2026 but the 11th, until 15:00; class on Mondays, Wednesdays and Fridays from 09:00 to 09:45. */
export function marchSchool(): SchoolTime {
  const days = Array.from({ length: 31 }, (_, at) => addLocalDays('UTC', '2026-03-01T00:00:00.000Z', at))
    .map((at) => ({ day: at.slice(0, 10), weekday: new Date(at).getUTCDay() }))
    .filter(({ day, weekday }) => weekday >= 1 && weekday <= 5 && day !== '2026-03-11');
  return {
    time_zone,
    school_days: days.map(({ day }) => ({ day, closes_at: day === '2026-03-20' ? null : '15:00' })),
    meetings: days.filter(({ weekday }) => weekday % 2 === 1).map(({ day }) => meetingOn(day)),
  };
}

function meetingOn(day: string): MeetingInstants {
  return {
    day,
    starts_at: instantOf(time_zone, day, '09:00'),
    ends_at: instantOf(time_zone, day, '09:45'),
  };
}

/** A clock time of that school. */
export function at(day: string, time: string): string {
  return instantOf(time_zone, day, time);
}
