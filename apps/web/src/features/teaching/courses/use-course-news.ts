'use client';
import { getTeachingDay, type TeachingDay } from '@k12/contracts/teaching/teaching-day';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';

export interface CourseNews {
  /** Of work that is due within a week. */
  due: { assignment_id: string; title: string; due_at: string } | null;
  meets_at: string | null;
  to_grade: number;
}

/** What the day of a teacher says of each course; others have no such day. */
export function useCourseNews(): ReadonlyMap<string, CourseNews> {
  const { me } = useSession();
  const teaches = me.roles.includes('teacher');
  const day = useApi(getTeachingDay, teaches ? {} : null).data;
  return day ? newsOf(day) : new Map();
}

export function newsOf({ work, meetings }: TeachingDay): Map<string, CourseNews> {
  const news = new Map<string, CourseNews>();
  const of = (course: string) => {
    const known = news.get(course) ?? { due: null, meets_at: null, to_grade: 0 };
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
