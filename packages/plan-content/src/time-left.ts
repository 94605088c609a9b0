import type { SectionMeeting } from './section-meetings.ts';

export interface LessonTime {
  id: string;
  duration_minutes: number | null;
  taught: boolean;
}

export interface TimeLeft {
  planned_minutes: number;
  taught_minutes: number;
  /** Of the meetings from today to the end. */
  left_minutes: number;
  /** Lessons, in order, for which the meetings left do not suffice. */
  unfit_lesson_ids: string[];
}

/** What is planned against what is left of the calendar (PLN-188): lessons without a length take one meeting. */
export function timeLeft(lessons: readonly LessonTime[], meetings: readonly SectionMeeting[]): TimeLeft {
  const usual = meetings[0]?.minutes ?? 0;
  const minutesOf = (lesson: LessonTime) => lesson.duration_minutes ?? usual;
  const sum = (list: readonly LessonTime[]) => list.reduce((total, lesson) => total + minutesOf(lesson), 0);
  const left_minutes = meetings.reduce((total, { minutes }) => total + minutes, 0);
  let rest = left_minutes;
  const unfit_lesson_ids = lessons
    .filter(({ taught }) => !taught)
    .filter((lesson) => {
      rest -= minutesOf(lesson);
      return rest < 0;
    })
    .map(({ id }) => id);
  return {
    planned_minutes: sum(lessons),
    taught_minutes: sum(lessons.filter(({ taught }) => taught)),
    left_minutes,
    unfit_lesson_ids,
  };
}
