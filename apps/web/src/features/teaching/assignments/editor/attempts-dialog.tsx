'use client';
import { grantAttemptsToMany } from '@k12/contracts/teaching/submission-actions';
import { NumberField } from '@k12/ui/number-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { ActDialog } from './act-dialog.tsx';
import { type ActProps, ChooseStudents } from './choose-students.tsx';

/** Lets the chosen hand in more often than the others (TCH-56). */
export function AttemptsDialog({ courseId, assignment, onClose }: ActProps) {
  const t = useTranslations('teaching-assignments.acts');
  const attempt = useAttempt();
  const grant = useChange(grantAttemptsToMany, ['assignments.', 'submissions.']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [count, setCount] = useState<number | null>(1);
  const send = async () => {
    const body = { student_ids: [...chosen], count: count ?? 1 };
    const done = t('granted', { count: chosen.size });
    if (await attempt(() => grant({ params: { id: assignment.id }, body }), { done })) onClose();
  };
  return (
    <ActDialog
      title={t('attempts')}
      about={t('attemptsText')}
      act={t('grant')}
      isReady={chosen.size > 0 && count !== null}
      onAct={() => void send()}
      onClose={onClose}
    >
      <div className="max-w-40">
        <NumberField label={t('more')} min={1} max={20} value={count} onValueChange={setCount} />
      </div>
      <ChooseStudents courseId={courseId} chosen={chosen} onChange={setChosen} />
    </ActDialog>
  );
}
