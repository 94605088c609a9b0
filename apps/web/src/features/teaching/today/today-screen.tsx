'use client';
import { getTeachingDay, type TeachingDay } from '@k12/contracts/teaching/teaching-day';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { CalendarDays } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { HomeScreen } from '@/features/homes/home-screen.tsx';
import { Waiting } from '@/features/planning/home/waiting.tsx';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { DayLine } from './day-line.tsx';
import { WorkLists } from './work-lists.tsx';

/** What a teacher opens in the morning: the day as a line, and what waits, each line the way to it (TCH-15). */
export function TodayScreen() {
  const day = useApi(getTeachingDay, {});
  // Who teaches nothing this year sees the schools and terms instead.
  if (day.data && day.data.shown_on === null && day.data.work.length === 0) return <HomeScreen of="staff" />;
  return (
    <>
      <Head day={day.data} />
      <div className="mt-6 grid gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] laptop:gap-12">
        <RegionBody reply={day}>{(data) => <DayLine day={data} />}</RegionBody>
        <div className="grid content-start gap-8">
          {/* Wakes up after the day, which is what one looks at first. */}
          <Suspense>
            {day.data && <WorkLists work={day.data.work} />}
            <Waiting />
          </Suspense>
        </div>
      </div>
    </>
  );
}

function Head({ day }: { day: TeachingDay | undefined }) {
  const t = useTranslations('teaching-today');
  const format = useFormatter();
  const date = day && new Date(`${day.today_on}T00:00:00Z`);
  const facts = day && [
    day.shown_on === day.today_on && day.rotation_day !== null && t('rotation', { letter: day.rotation_day }),
    day.shown_on === day.today_on && t('classes', { count: day.meetings.length }),
    day.term && t('daysLeft', { count: day.term.school_days_left, term: day.term.name }),
  ];
  return (
    <PageHeader
      title={
        date
          ? format.dateTime(date, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
          : t('title')
      }
      description={facts?.filter(Boolean).join(' · ')}
      actions={
        <LinkButton href={paths.planCalendar()} icon={<CalendarDays aria-hidden />}>
          {t('week')}
        </LinkButton>
      }
    />
  );
}
