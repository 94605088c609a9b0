'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import {
  createGradingPeriod,
  deleteGradingPeriod,
  type GradingPeriod,
  updateGradingPeriod,
} from '@k12/contracts/teaching/grading-periods';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

const fieldNames = ['name', 'starts_on', 'ends_on', 'weight_percent'];

interface Props {
  schoolId: string;
  year: AcademicYear;
  /** Null adds one. */
  period: GradingPeriod | null;
  onClose: () => void;
}

/** Name, days and weight; what is closed keeps its days and weight. */
export function PeriodForm({ schoolId, year, period, onClose }: Props) {
  const t = useTranslations('teaching-grading-rules');
  const tc = useTranslations('common');
  const create = useChange(createGradingPeriod);
  const update = useChange(updateGradingPeriod);
  const isClosed = period?.is_locked === true;
  const form = useSubmit(fieldNames, async (values) => {
    const name = textOf(values, 'name');
    const rest = {
      starts_on: textOf(values, 'starts_on'),
      ends_on: textOf(values, 'ends_on'),
      weight_percent: Number(textOf(values, 'weight_percent').replace(',', '.')),
    };
    if (!period) {
      await create({ body: { school_id: schoolId, academic_year_id: year.id, name, ...rest } });
    } else {
      const { lock_version } = period;
      const body = { name, lock_version, ...(isClosed ? {} : rest) };
      await update({ params: { id: period.id }, body });
    }
    onClose();
  });
  const field = (name: string) => ({ id: name, name, error: form.failure?.fields[name] });
  const days = { min: year.starts_on, max: year.ends_on, required: true, disabled: isClosed };
  return (
    <FormDrawer
      title={period ? t('changeNamed', { name: period.name }) : t('addPeriod')}
      action={tc('save')}
      form={form}
      onClose={onClose}
      aside={period?.can.delete && <Remove period={period} onDone={onClose} />}
    >
      <TextField
        {...field('name')}
        label={t('name')}
        defaultValue={period?.name}
        required
        autoComplete="off"
      />
      <div className="grid grid-cols-2 gap-4">
        <DateField {...field('starts_on')} {...days} label={t('firstDay')} defaultValue={period?.starts_on} />
        <DateField {...field('ends_on')} {...days} label={t('lastDay')} defaultValue={period?.ends_on} />
      </div>
      <TextField
        {...field('weight_percent')}
        label={t('weightPercent')}
        hint={t('weightHint')}
        inputMode="decimal"
        disabled={isClosed}
        defaultValue={period ? String(Number(period.weight_percent)) : '25'}
      />
    </FormDrawer>
  );
}

function Remove({ period, onDone }: { period: GradingPeriod; onDone: () => void }) {
  const t = useTranslations('teaching-grading-rules');
  const attempt = useAttempt();
  const remove = useChange(deleteGradingPeriod);
  return (
    <Button
      variant="danger"
      className="me-auto"
      onClick={() =>
        void attempt(() => remove({ params: { id: period.id } }), { done: t('removed') }).then(
          (isDone) => isDone && onDone(),
        )
      }
    >
      {t('remove')}
    </Button>
  );
}
