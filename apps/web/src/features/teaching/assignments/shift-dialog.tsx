'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { type AssignmentBatchResult, batchAssignments } from '@k12/contracts/teaching/assignments-batch';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useDates } from '@/lib/dates.ts';

interface Props {
  courseId: string;
  chosen: readonly Assignment[];
  onClose: () => void;
  onShift: (schoolDays: number) => void;
}

/** By whole school days, with every date before and after to look at first (TCH-03). */
export function ShiftDialog({ courseId, chosen, onClose, onShift }: Props) {
  const t = useTranslations('teaching-assignments');
  const common = useTranslations('common');
  const dates = useDates();
  const [days, setDays] = useState<number | null>(1);
  const [shown, setShown] = useState<readonly AssignmentBatchResult[]>([]);
  const ids = chosen.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (!days) return;
    let isCurrent = true;
    const body = {
      action: 'shift_dates' as const,
      assignment_ids: ids.split(' '),
      school_days: days,
      dry_run: true,
    };
    callApi(batchAssignments, { params: { id: courseId }, body }).then(
      ({ results }) => isCurrent && setShown(results),
      () => isCurrent && setShown([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [courseId, days, ids]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('shiftTitle')}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" disabled={!days} onClick={() => days && onShift(days)}>
            {t('shift')}
          </Button>
        </>
      }
    >
      <div className="max-w-48">
        <NumberField label={t('schoolDays')} min={-200} max={200} value={days} onValueChange={setDays} />
      </div>
      <ul className="mt-4 divide-y divide-line">
        {shown.map(({ assignment_id, title, due_before, due_after }) => (
          <li key={assignment_id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <bdi>{title}</bdi>
            <span className="text-small text-ink-2 tabular-nums">
              {due_before && due_after
                ? `${dates.instant(due_before)} → ${dates.instant(due_after)}`
                : t('noDate')}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
