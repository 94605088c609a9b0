'use client';
import type { StudentTotal } from '@k12/contracts/teaching/gradebook';
import { listTotals, overrideCourseGrade } from '@k12/contracts/teaching/totals';
import { Button } from '@k12/ui/button';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';

interface Props {
  courseId: string;
  studentId: string;
  /** Null: the grade of the whole course. */
  periodId: string | null;
  mark: '.' | ',';
  onDone: () => unknown;
}

/** A grade set by hand in place of the calculated one, which stays beside it (TCH-120). */
export function OverridePart(props: Props) {
  const { courseId, studentId, periodId } = props;
  const t = useTranslations('teaching-gradebook.byHand');
  const [isOpen, setOpen] = useState(false);
  const query = periodId ? { grading_period_id: periodId } : {};
  const totals = useApi(listTotals, { params: { id: courseId }, query });
  if (!totals.data) return null;
  const total = totals.data.data.find(
    (one) => one.student_id === studentId && one.grading_period_id === periodId,
  );
  if (!isOpen)
    return (
      <div>
        <Button size="small" icon={<Pencil aria-hidden />} onClick={() => setOpen(true)}>
          {t(total?.override ? 'change' : 'set')}
        </Button>
      </div>
    );
  return <OverrideForm {...props} total={total} onClose={() => setOpen(false)} />;
}

interface FormProps extends Props {
  total: StudentTotal | undefined;
  onClose: () => void;
}

function OverrideForm(props: FormProps) {
  const { total, mark, onClose } = props;
  const t = useTranslations('teaching-gradebook.byHand');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const override = total?.override;
  const save = useOverride(props);
  const form = useRecordForm({
    values: {
      percent: override?.percent?.replace('.', mark) ?? '',
      label: override?.label ?? '',
      reason: override?.reason ?? '',
    },
    version: total?.lock_version ?? 0,
    send: ({ percent, label, reason }, _headers, lock_version) =>
      save({
        percent: percent.trim().replace(',', '.') || null,
        label: label.trim() || null,
        reason,
        lock_version,
      }),
  });
  return (
    <form {...form.props} className="grid gap-3 rounded-card border border-line bg-raised p-4">
      <h3 className="font-semibold">{t('title')}</h3>
      <NewerNotice take={form.newer} />
      <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...form.field('percent', { label: t('percent') })} inputMode="decimal" autoFocus />
        <TextField {...form.field('label', { label: t('label'), maxLength: 20 })} />
      </div>
      <p className="text-small text-ink-3">{t(override ? 'emptyHint' : 'hint')}</p>
      <TextArea {...form.field('reason', { label: t('reason'), required: true, maxLength: 500 })} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" type="submit" variant="primary" loading={form.sending}>
          {tc('save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {tc('cancel')}
        </Button>
      </div>
    </form>
  );
}

function useOverride({ courseId, studentId, periodId, onDone, onClose }: FormProps) {
  const change = useChange(overrideCourseGrade, ['totals.', 'student_panel.', 'learner.']);
  return async (wish: {
    percent: string | null;
    label: string | null;
    reason: string;
    lock_version: number;
  }) => {
    const place = { student_id: studentId, grading_period_id: periodId };
    await change({ params: { id: courseId }, body: { ...place, ...wish } });
    await onDone();
    onClose();
  };
}
