import type { SectionMeeting } from './section-meetings.ts';

export interface LessonToPlace {
  id: string;
  duration_minutes: number | null;
}

export interface ProposedSession {
  lesson_plan_id: string;
  day: string;
  starts_at: string;
  ends_at: string;
}

export interface Proposal {
  sessions: ProposedSession[];
  /** The day of the last session; null without any. */
  ends_on: string | null;
  /** Lessons for which the year has no meeting left. */
  unplaced: string[];
}

/** Lessons become sessions on consecutive meetings; one longer than its meeting goes on in the next (PLN-111, PLN-116). */
export function proposeSessions(
  lessons: readonly LessonToPlace[],
  meetings: readonly SectionMeeting[],
): Proposal {
  const sessions: ProposedSession[] = [];
  const unplaced: string[] = [];
  let next = 0;
  for (const lesson of lessons) {
    let left = lesson.duration_minutes ?? 1;
    let placed = 0;
    while (left > 0) {
      const meeting = meetings[next];
      if (!meeting) break;
      const { day, starts_at, ends_at, minutes } = meeting;
      sessions.push({ lesson_plan_id: lesson.id, day, starts_at, ends_at });
      left -= minutes;
      next += 1;
      placed += 1;
    }
    if (placed === 0 || left > 0) unplaced.push(lesson.id);
  }
  return { sessions, ends_on: sessions.at(-1)?.day ?? null, unplaced };
}
