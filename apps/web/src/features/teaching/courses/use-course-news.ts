'use client';
import { getTeachingDay } from '@k12/contracts/teaching/teaching-day';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { type CourseNews, newsOf } from './course-news.ts';

/** What the day of a teacher says of each course; undefined until it is known, nothing for those without such a day. */
export function useCourseNews(): ReadonlyMap<string, CourseNews> | undefined {
  const { me } = useSession();
  const teaches = me.roles.includes('teacher');
  const day = useApi(getTeachingDay, teaches ? {} : null).data;
  if (!teaches) return new Map();
  return day && newsOf(day);
}
