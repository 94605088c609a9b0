'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import {
  getSchoolCalendar,
  listSchoolDays,
  type SchoolCalendar,
  type SchoolDay,
} from '@k12/contracts/teaching/school-days';
import { schoolDates } from '@k12/plan-content/school-dates';
import { Button } from '@k12/ui/button';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { type Affected, AffectedNote } from './affected-note.tsx';
import { type DayRun, runsOf } from './day-runs.ts';
import { RunsList } from './runs-list.tsx';
import { WeekSummary } from './week-summary.tsx';
import { YearMonths } from './year-months.tsx';

const DaysForm = dynamic(
  loaded(() => import('./days-form.tsx').then((module) => module.DaysForm)),
  { loading: nothingYet },
);
const WeekForm = dynamic(
  loaded(() => import('./week-form.tsx').then((module) => module.WeekForm)),
  { loading: nothingYet },
);

interface Props {
  school: { id: string; time_zone: string };
  year: AcademicYear;
}

export function YearPart({ school, year }: Props) {
  const calendar = useApi(getSchoolCalendar, {
    params: { id: school.id },
    query: { academic_year_id: year.id },
  });
  const days = useApi(listSchoolDays, {
    query: { school_id: school.id, from: year.starts_on, to: year.ends_on },
  });
  return (
    <RegionBody reply={calendar}>
      {(rules) => (
        <RegionBody reply={days}>
          {({ data }) => <YearDays school={school} year={year} calendar={rules} days={data} />}
        </RegionBody>
      )}
    </RegionBody>
  );
}

type Editing = { kind: 'week' } | { kind: 'days'; run: DayRun | null; day: string | null };

interface DaysProps extends Props {
  calendar: SchoolCalendar;
  days: readonly SchoolDay[];
}

function YearDays({ school, year, calendar, days }: DaysProps) {
  const t = useTranslations('school-calendar');
  const { me } = useSession();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [affected, setAffected] = useState<Affected | null>(null);
  const dates = useMemo(() => schoolDates(calendar, days, year), [calendar, days, year]);
  const runs = useMemo(() => runsOf(days, calendar.weekdays), [days, calendar.weekdays]);
  const mayEdit = me.capabilities['terms.manage'] !== undefined && year.state !== 'closed';
  const close = () => setEditing(null);
  const openDay = (day: string) => {
    const run = runs.find((one) => one.days.some(({ day_on }) => day_on === day)) ?? null;
    setEditing({ kind: 'days', run, day });
  };
  return (
    <>
      <WeekSummary
        calendar={calendar}
        dates={dates}
        days={days}
        onEdit={mayEdit ? () => setEditing({ kind: 'week' }) : null}
      />
      {affected && <AffectedNote affected={affected} onDismiss={() => setAffected(null)} />}
      <div className="grid grid-cols-1 gap-8 laptop:grid-cols-[20rem_minmax(0,1fr)]">
        <section className="grid content-start gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 className="text-large font-semibold">{t('days')}</h2>
            {mayEdit && (
              <Button
                variant="primary"
                icon={<Plus size={16} aria-hidden />}
                onClick={() => setEditing({ kind: 'days', run: null, day: null })}
              >
                {t('addDays')}
              </Button>
            )}
          </div>
          <RunsList
            runs={runs}
            onOpen={mayEdit ? (run) => setEditing({ kind: 'days', run, day: null }) : null}
          />
        </section>
        <YearMonths
          year={year}
          dates={dates}
          days={days}
          timeZone={school.time_zone}
          onOpen={mayEdit ? openDay : null}
        />
      </div>
      {editing?.kind === 'week' && <WeekForm year={year} calendar={calendar} onClose={close} />}
      {editing?.kind === 'days' && (
        <DaysForm
          calendar={calendar}
          year={year}
          run={editing.run}
          day={editing.day}
          onAffected={setAffected}
          onClose={close}
        />
      )}
    </>
  );
}
