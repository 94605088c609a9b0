import { indexOnOrAfter, type SchoolDate } from './school-dates.ts';

/** When a section meets: on a weekday, or on a letter of the rotation. */
export interface MeetingPattern {
  weekday: number | null;
  rotation_day: string | null;
  starts_at: string;
  ends_at: string;
  effective_from_on: string | null;
  effective_to_on: string | null;
}

export interface SectionMeeting {
  day: string;
  starts_at: string;
  ends_at: string;
  minutes: number;
}

/** What a half day leaves of a meeting must be worth going in. */
const shortestMinutes = 10;

/** The meetings of a section from one day to another, both included, in order. */
export function sectionMeetings(
  patterns: readonly MeetingPattern[],
  dates: readonly SchoolDate[],
  range: { starts_on: string; ends_on: string },
): SectionMeeting[] {
  const meetings: SectionMeeting[] = [];
  for (let at = indexOnOrAfter(dates, range.starts_on); at < dates.length; at++) {
    const date = dates[at];
    if (!date || date.day > range.ends_on) break;
    for (const pattern of patterns) {
      if (!isOn(pattern, date)) continue;
      const meeting = clipped(pattern, date);
      if (meeting.minutes >= shortestMinutes) meetings.push(meeting);
    }
  }
  return meetings.sort((a, b) => a.day.localeCompare(b.day) || a.starts_at.localeCompare(b.starts_at));
}

function isOn(pattern: MeetingPattern, date: SchoolDate): boolean {
  if (pattern.effective_from_on && date.day < pattern.effective_from_on) return false;
  if (pattern.effective_to_on && date.day > pattern.effective_to_on) return false;
  return pattern.rotation_day === null
    ? pattern.weekday === date.weekday
    : pattern.rotation_day === date.rotation_day;
}

/** Late starts and early ends shorten what lies across them; a half day without times halves everything. */
function clipped(pattern: MeetingPattern, date: SchoolDate): SectionMeeting {
  const starts = Math.max(minuteOf(pattern.starts_at), date.opens_at ? minuteOf(date.opens_at) : 0);
  const closes = Math.min(minuteOf(pattern.ends_at), date.closes_at ? minuteOf(date.closes_at) : 24 * 60);
  const ends = date.is_half ? starts + Math.floor((closes - starts) / 2) : closes;
  return {
    day: date.day,
    starts_at: timeOf(starts),
    ends_at: timeOf(ends),
    minutes: Math.max(0, ends - starts),
  };
}

export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
