'use client';
import { type LessonSession, mergeSession, splitSession } from '@k12/contracts/planning/lesson-sessions';
import { undoScheduleChange } from '@k12/contracts/planning/schedule-changes';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { scheduleViews } from './schedule-views.ts';

/** A lesson that needs a second meeting, or leaves room for the next one; one undo takes either back (PLN-116). */
export function SessionPace({ session, onDone }: { session: LessonSession; onDone: () => void }) {
  const t = useTranslations('planning-calendar.pace');
  const attempt = useAttempt();
  const split = useChange(splitSession, scheduleViews);
  const merge = useChange(mergeSession, scheduleViews);
  const undo = useChange(undoScheduleChange, scheduleViews);
  const { id, lock_version } = session;
  const change = async (send: typeof split | typeof merge, done: string) => {
    let made: Awaited<ReturnType<typeof split>>['change'] = null;
    const isDone = await attempt(
      async () => {
        made = (await send({ params: { id }, body: { lock_version } })).change;
      },
      { done, undo: async () => made && undo({ params: { id: made.id } }) },
    );
    if (isDone) onDone();
  };
  return (
    <section className="grid gap-3">
      <div>
        <h3 className="text-body font-semibold">{t('title')}</h3>
        <p className="text-small text-ink-2">{t('about')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => void change(split, t('isSplit'))}>
          {t('split')}
        </Button>
        <Button size="small" onClick={() => void change(merge, t('isMerged'))}>
          {t('merge')}
        </Button>
      </div>
    </section>
  );
}
