'use client';
import type { SchoolCalendar } from '@k12/contracts/teaching/school-days';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import type { Affected } from './affected-note.tsx';
import type { DayRun } from './day-runs.ts';
import { useRemoveDays } from './save-days.ts';

interface Props {
  run: DayRun;
  calendar: SchoolCalendar;
  onAffected: (affected: Affected | null) => void;
  onDone: () => void;
}

export function RemoveRun({ run, calendar, onAffected, onDone }: Props) {
  const t = useTranslations('school-calendar');
  const attempt = useAttempt();
  const { remove, restore } = useRemoveDays(calendar);
  const removeWithUndo = async () => {
    const change = async () => onAffected(await remove(run));
    const undo = async () => {
      await restore(run);
      onAffected(null);
    };
    if (await attempt(change, { done: t('removed'), undo })) onDone();
  };
  return (
    <Button variant="danger" className="me-auto" onClick={() => void removeWithUndo()}>
      {t('remove')}
    </Button>
  );
}
