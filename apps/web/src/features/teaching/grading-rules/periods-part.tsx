'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import { type GradingPeriod, listGradingPeriods } from '@k12/contracts/teaching/grading-periods';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { List } from '@k12/ui/list-row';
import { Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ClosePeriod } from './close-period.tsx';
import { PeriodForm } from './period-form.tsx';
import { ReopenForm } from './reopen-form.tsx';

type Editing =
  | { kind: 'form'; period: GradingPeriod | null }
  | { kind: 'lock' | 'finalize' | 'reopen'; period: GradingPeriod };

interface Props {
  schoolId: string;
  year: AcademicYear;
}

/** The periods of a year: made, changed, closed, opened again for a time, and frozen for report cards (TCH-121, TCH-122). */
export function PeriodsPart({ schoolId, year }: Props) {
  const t = useTranslations('teaching-grading-rules');
  const [editing, setEditing] = useState<Editing | null>(null);
  const reply = useApi(listGradingPeriods, { query: { school_id: schoolId, academic_year_id: year.id } });
  const close = () => setEditing(null);
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-large font-semibold">{t('periods')}</h2>
        <Button icon={<Plus aria-hidden />} onClick={() => setEditing({ kind: 'form', period: null })}>
          {t('addPeriod')}
        </Button>
      </div>
      <RegionBody reply={reply}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('noPeriods')}</p>
          ) : (
            <Periods periods={data} onEdit={setEditing} />
          )
        }
      </RegionBody>
      {editing?.kind === 'form' && (
        <PeriodForm schoolId={schoolId} year={year} period={editing.period} onClose={close} />
      )}
      {(editing?.kind === 'lock' || editing?.kind === 'finalize') && (
        <ClosePeriod kind={editing.kind} period={editing.period} onClose={close} />
      )}
      {editing?.kind === 'reopen' && <ReopenForm period={editing.period} onClose={close} />}
    </section>
  );
}

function Periods({ periods, onEdit }: { periods: GradingPeriod[]; onEdit: (editing: Editing) => void }) {
  const t = useTranslations('teaching-grading-rules');
  const dates = useDates();
  const format = useFormatter();
  const stateOf = ({ state, is_locked }: GradingPeriod) =>
    state === 'finalized' ? 'finalized' : is_locked ? 'locked' : 'open';
  return (
    <List framed label={t('periods')}>
      {periods.map((period) => (
        <li key={period.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-56 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <bdi>{period.name}</bdi>
              <Badge tone={stateOf(period) === 'open' ? 'ok' : 'neutral'}>
                {t(`states.${stateOf(period)}`)}
              </Badge>
            </p>
            <p className="text-small text-ink-3">
              {t('span', { from: dates.day(period.starts_on), to: dates.day(period.ends_on) })} ·{' '}
              {t('weight')}{' '}
              {format.number(Number(period.weight_percent) / 100, {
                style: 'percent',
                maximumFractionDigits: 2,
              })}
            </p>
          </div>
          <Actions period={period} onEdit={onEdit} />
        </li>
      ))}
    </List>
  );
}

function Actions({ period, onEdit }: { period: GradingPeriod; onEdit: (editing: Editing) => void }) {
  const t = useTranslations('teaching-grading-rules');
  const { can, name } = period;
  const button = (kind: Editing['kind'], label: string) => (
    <Button size="small" aria-label={`${label}: ${name}`} onClick={() => onEdit({ kind, period } as Editing)}>
      {label}
    </Button>
  );
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {can.update && button('form', t('change'))}
      {can.lock && button('lock', t('lock'))}
      {can.reopen && button('reopen', t('reopen'))}
      {can.finalize && button('finalize', t('finalize'))}
    </span>
  );
}
