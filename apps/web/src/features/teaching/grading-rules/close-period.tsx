'use client';
import {
  finalizeGradingPeriod,
  type GradingPeriod,
  lockGradingPeriod,
} from '@k12/contracts/teaching/grading-periods';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';

type Problems = { course_id: string; course_name: string; ungraded_count: number; hidden_count: number }[];

interface Props {
  kind: 'lock' | 'finalize';
  period: GradingPeriod;
  onClose: () => void;
}

/** Closing says what it does; freezing lists first what stands against it (TCH-122). */
export function ClosePeriod({ kind, period, onClose }: Props) {
  const t = useTranslations('teaching-grading-rules');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const lock = useChange(lockGradingPeriod);
  const finalize = useChange(finalizeGradingPeriod);
  const { id, lock_version, name } = period;
  const [problems, setProblems] = useState<Problems | null>(kind === 'lock' ? [] : null);
  useEffect(() => {
    if (kind === 'lock') return;
    const request = { params: { id }, body: { lock_version, dry_run: true } };
    void callApi(finalizeGradingPeriod, request).then((reply) => setProblems(reply.problems));
  }, [kind, id, lock_version]);
  const send = async () => {
    const isDone = await attempt(
      () =>
        kind === 'lock'
          ? lock({ params: { id }, body: { lock_version } })
          : finalize({ params: { id }, body: { lock_version, accepts_problems: true } }),
      { done: t(kind === 'lock' ? 'locked' : 'finalized') },
    );
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${t(kind)}: ${name}`}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" disabled={problems === null} onClick={() => void send()}>
            {t(kind)}
          </Button>
        </>
      }
    >
      <p>{t(kind === 'lock' ? 'lockText' : 'finalizeText')}</p>
      {problems && problems.length > 0 && (
        <ul className="mt-4 grid gap-1" aria-label={t('problems')}>
          {problems.map(({ course_id, course_name, ungraded_count, hidden_count }) => (
            <li key={course_id}>
              <bdi className="font-medium">{course_name}</bdi>{' '}
              <span className="text-ink-2">
                {t('problem', { ungraded: ungraded_count, hidden: hidden_count })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
