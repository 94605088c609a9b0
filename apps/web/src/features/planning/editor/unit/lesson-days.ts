import type { LessonSession } from '@k12/contracts/planning/lesson-sessions';

export interface LessonDay {
  day: string;
  state: 'taught' | 'today' | 'planned';
}

type Held = Pick<LessonSession, 'lesson_plan_id' | 'meeting_on' | 'state'>;

/** Taught once every section has had it; today while any section has it. */
export function daysOf(sessions: readonly Held[], today: string): ReadonlyMap<string, LessonDay> {
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
