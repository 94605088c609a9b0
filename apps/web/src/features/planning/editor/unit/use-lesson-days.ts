'use client';
import { listSessions } from '@k12/contracts/planning/lesson-sessions';
import { useMemo } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { ownTimeZone } from '@/lib/own-time-zone.ts';
import { useSession } from '@/lib/session-context.tsx';
import { daysOf, type LessonDay } from './lesson-days.ts';
import { useNearestPlacement } from './unit-dates.tsx';

/** When each lesson of a unit is taught first, where the unit stands in the calendar. */
export function useLessonDays(unitId: string | null): ReadonlyMap<string, LessonDay> {
  const { me } = useSession();
  const placement = useNearestPlacement(unitId);
  const request = placement && { query: { placement_id: placement.id, limit: 200 } };
  const sessions = useApi(listSessions, request ?? null);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ownTimeZone(me) }).format(new Date());
  const data = sessions.data?.data;
  return useMemo(() => daysOf(data ?? [], today), [data, today]);
}
