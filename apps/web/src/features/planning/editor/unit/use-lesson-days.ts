'use client';
import { type LessonSession, listSessions } from '@k12/contracts/planning/lesson-sessions';
import { useMemo } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useNearestPlacement } from './unit-dates.tsx';

export interface LessonDay {
  day: string;
  state: 'taught' | 'today' | 'planned';
}

/** When each lesson of a unit is taught first, where the unit stands in the calendar. */
export function useLessonDays(unitId: string | null): ReadonlyMap<string, LessonDay> {
  const { me } = useSession();
  const placement = useNearestPlacement(unitId);
  const request = placement && { query: { placement_id: placement.id, limit: 200 } };
  const sessions = useApi(listSessions, request ?? null);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: me.tenant.time_zone }).format(new Date());
  const data = sessions.data?.data;
  return useMemo(() => daysOf(data ?? [], today), [data, today]);
}

/** Taught once every section has had it; today while any section has it. */
export function daysOf(sessions: readonly LessonSession[], today: string): ReadonlyMap<string, LessonDay> {
  const held = sessions.filter(({ state }) => state !== 'skipped');
  return new Map(
    [...Map.groupBy(held, ({ lesson_plan_id }) => lesson_plan_id)].map(([id, own]) => {
      const days = own.map(({ meeting_on }) => meeting_on).sort();
      const isToday = days.includes(today);
      const isTaught = own.every(({ state }) => state === 'taught');
      const day = isToday ? today : (days[0] ?? today);
      return [id, { day, state: isToday ? 'today' : isTaught ? 'taught' : 'planned' }] as const;
    }),
  );
}
