'use client';
import { createSession, deleteSession, updateSession } from '@k12/contracts/planning/lesson-sessions';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import type { Carried } from './carried.ts';
import { scheduleViews } from './schedule-views.ts';

/** A drop is saved at once with the version that was seen, and can be taken back (PLN-124). */
export function useCalendarMoves() {
  const t = useTranslations('planning-calendar');
  const attempt = useAttempt();
  const update = useChange(updateSession, scheduleViews);
  const create = useChange(createSession, scheduleViews);
  const remove = useChange(deleteSession, scheduleViews);
  return async (carried: Carried, day: string) => {
    if (carried.kind === 'lesson') {
      const { lesson_plan_id, section_id } = carried;
      let made: { id: string; lock_version: number } | null = null;
      await attempt(
        async () => {
          made = await create({ body: { lesson_plan_id, section_id, meeting_on: day } });
        },
        {
          done: t('scheduled'),
          undo: async () => {
            if (made) await remove({ params: { id: made.id }, query: { lock_version: made.lock_version } });
          },
        },
      );
      return;
    }
    const { id, from_on, lock_version } = carried;
    if (from_on === day) return;
    const params = { id };
    let after = lock_version;
    await attempt(
      async () => {
        after = (await update({ params, body: { meeting_on: day, lock_version } })).lock_version;
      },
      {
        done: t('moved'),
        undo: () => update({ params, body: { meeting_on: from_on, lock_version: after } }),
      },
    );
  };
}
