import type { TeachingDay } from '@k12/contracts/teaching/teaching-day';

export interface CourseNews {
  /** Of work that is due within a week. */
  due: { assignment_id: string; title: string; due_at: string } | null;
  meets_at: string | null;
  to_grade: number;
}

export const noNews: CourseNews = { due: null, meets_at: null, to_grade: 0 };

/** What is due first, what waits for a grade and when it meets next, of each course of a day (TCH-17). */
export function newsOf({ work, meetings }: TeachingDay): Map<string, CourseNews> {
  const news = new Map<string, CourseNews>();
  const of = (course: string) => {
    const known = news.get(course) ?? { ...noNews };
    news.set(course, known);
    return known;
  };
  for (const { course_id, assignment_id, title, due_at, to_grade } of work) {
    const course = of(course_id);
    course.to_grade += to_grade;
    if (due_at && (!course.due || due_at < course.due.due_at)) course.due = { assignment_id, title, due_at };
  }
  for (const { course_id, starts_at } of meetings) {
    const course = of(course_id);
    if (!course.meets_at || starts_at < course.meets_at) course.meets_at = starts_at;
  }
  return news;
}
