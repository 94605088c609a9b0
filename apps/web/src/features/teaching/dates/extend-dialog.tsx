'use client';
import { createExtensions, type ExtensionResult } from '@k12/contracts/teaching/assignment-dates';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { TextField } from '@k12/ui/text-field';
import { WhenField } from '@k12/ui/when-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { dueInstantOf } from './local-input.ts';

interface Props {
  courseId: string;
  timeZone: string;
  students: readonly { id: string; name: string }[];
  assignments: readonly { id: string; title: string }[];
  onClose: () => void;
  /** What came of it, for a view that shows the cells. */
  onDone?: (results: readonly ExtensionResult[]) => void;
}

/** More time for one or many students on one or many assignments, from a cell, the grading view or the roster (TCH-34). */
export function ExtendDialog({ courseId, timeZone, students, assignments, onClose, onDone }: Props) {
  const t = useTranslations('teaching-dates');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const extend = useChange(createExtensions, ['assignments.', 'courses.', 'gradebook.']);
  const [by, setBy] = useState<'days' | 'date'>('days');
  const [days, setDays] = useState<number | null>(2);
  const [due, setDue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<readonly ExtensionResult[]>([]);
  const isReady = by === 'days' ? days !== null : due !== null;
  const send = () =>
    attempt(async () => {
      const when = by === 'days' ? { extra_days: days ?? 1 } : { due_at: due ?? '' };
      const body = {
        assignment_ids: assignments.map(({ id }) => id),
        student_ids: students.map(({ id }) => id),
        ...when,
        ...(reason && { reason }),
      };
      const { data } = await extend({ params: { id: courseId }, body });
      onDone?.(data);
      const left = data.filter(({ status }) => status === 'refused');
      setRefused(left);
      if (left.length === 0) onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('extend.title')}
      description={t('extend.what', { students: students.length, assignments: assignments.length })}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" disabled={!isReady} onClick={() => void send()}>
            {t('extend.give')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <SegmentedControl
          label={t('extend.how')}
          value={by}
          onValueChange={(next) => setBy(next as 'days' | 'date')}
          options={[
            { value: 'days', label: t('extend.byDays') },
            { value: 'date', label: t('extend.byDate') },
          ]}
        />
        {by === 'days' ? (
          <div className="max-w-40">
            <NumberField label={t('extend.days')} min={1} max={60} value={days} onValueChange={setDays} />
          </div>
        ) : (
          <div>
            <WhenField
              label={t('extend.due')}
              timeZone={timeZone}
              onValueChange={(value) => setDue(value && dueInstantOf(timeZone, value))}
            />
          </div>
        )}
        <TextField
          label={t('extend.reason')}
          hint={t('extend.reasonHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        {refused.length > 0 && <Refused results={refused} {...{ students, assignments }} />}
      </div>
    </Dialog>
  );
}

type RefusedProps = Pick<Props, 'students' | 'assignments'> & { results: readonly ExtensionResult[] };

function Refused({ results, students, assignments }: RefusedProps) {
  const t = useTranslations('teaching-dates.extend');
  const nameOf = (id: string) => students.find((one) => one.id === id)?.name ?? '';
  const titleOf = (id: string) => assignments.find((one) => one.id === id)?.title ?? '';
  return (
    <div role="alert" className="rounded-card bg-warn-tint p-3 text-small">
      <p className="font-medium">{t('refused', { count: results.length })}</p>
      <ul>
        {results.slice(0, 20).map(({ assignment_id, student_id, code }) => (
          <li key={`${assignment_id}${student_id}`}>
            {nameOf(student_id)} · {titleOf(assignment_id)}: {t(`codes.${code as 'not_assigned'}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
