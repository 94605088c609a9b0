'use client';
import { type CalendarItem, getCalendar } from '@k12/contracts/planning/calendar';
import { addDays } from '@k12/plan-content/days';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SkeletonRows } from '@k12/ui/skeleton';
import { ChevronLeft, ChevronRight, Plus, Rss, UserRoundCheck } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useFirstWeekday } from '@/lib/first-weekday.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { CalendarDays } from './calendar-days.tsx';
import { CalendarFilters } from './calendar-filters.tsx';
import { type CalendarView, rangeOf, readCalendarView, turned, views } from './calendar-range.ts';
import { ChangedDays } from './changed-days.tsx';
import { UnscheduledTray } from './unscheduled-tray.tsx';
import { useCalendarMoves } from './use-calendar-moves.ts';

const SessionDrawer = dynamic(
  loaded(() => import('./session-drawer.tsx').then((module) => module.SessionDrawer)),
  { loading: nothingYet },
);
const EventForm = dynamic(
  loaded(() => import('./event-form.tsx').then((module) => module.EventForm)),
  { loading: nothingYet },
);
const FeedsDialog = dynamic(
  loaded(() => import('./feeds-dialog.tsx').then((module) => module.FeedsDialog)),
  { loading: nothingYet },
);

const never = () => () => {};

/**
 * Only in the browser: what a week begins with and how a day is written is for its version of the world's languages to
 * say, and the server's may say otherwise.
 */
export function CalendarScreen({ today }: { today: string }) {
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isBrowser ? <Calendar today={today} /> : <SkeletonRows />;
}

/** Units, lessons, terms, holidays and own events by month, week, day or as a list; the address holds which. */
function Calendar({ today }: { today: string }) {
  const t = useTranslations('planning-calendar');
  const params = useSearchParams();
  const { write } = useAddress();
  const firstWeekday = useFirstWeekday();
  const { view, day } = readCalendarView(Object.fromEntries(params), today);
  const range = useMemo(() => rangeOf(view, day, firstWeekday), [view, day, firstWeekday]);
  const course = params.get('course') ?? '';
  const kind = params.get('kind') ?? '';
  const query = { ...range, ...(course && { course_id: course }), ...(kind && { kinds: kind }) };
  const calendar = useApi(getCalendar, { query });
  const move = useCalendarMoves();
  const [opened, setOpened] = useState<CalendarItem | 'event' | 'feeds' | null>(null);
  return (
    <>
      <PageHeader
        title={<Title view={view} day={day} range={range} />}
        actions={
          <>
            <LinkButton href={paths.planCovers()} icon={<UserRoundCheck aria-hidden />}>
              {t('substitutes')}
            </LinkButton>
            <Button icon={<Rss aria-hidden />} onClick={() => setOpened('feeds')}>
              {t('feeds.title')}
            </Button>
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpened('event')}>
              {t('event.action')}
            </Button>
          </>
        }
      />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <div className="mb-4 flex flex-wrap items-center gap-2 print:hidden">
        <IconButton
          label={t('previous')}
          icon={<ChevronLeft aria-hidden className="rtl:-scale-x-100" />}
          onClick={() => write({ day: turned(view, day, -1) })}
        />
        <Button size="small" onClick={() => write({ day: null })}>
          {t('today')}
        </Button>
        <IconButton
          label={t('next')}
          icon={<ChevronRight aria-hidden className="rtl:-scale-x-100" />}
          onClick={() => write({ day: turned(view, day, 1) })}
        />
        <SegmentedControl
          label={t('view')}
          value={view}
          onValueChange={(value) => write({ view: value })}
          options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        <CalendarFilters />
      </div>
      <ChangedDays />
      <UnscheduledTray courseId={course} today={today} onPlace={(carried, on) => void move(carried, on)} />
      <RegionBody reply={calendar}>
        {({ data }) => (
          <CalendarDays
            view={view}
            range={range}
            month={day.slice(0, 7)}
            today={today}
            items={data}
            onOpen={setOpened}
            onPlace={(carried, on) => void move(carried, on)}
          />
        )}
      </RegionBody>
      <Opened
        opened={opened}
        day={today >= range.from && today <= range.to ? today : day}
        onClose={() => setOpened(null)}
        // What was written for another time of the year is shown there.
        onSaved={(on) => (on < range.from || on > range.to) && write({ day: on })}
      />
    </>
  );
}

interface OpenedProps {
  opened: CalendarItem | 'event' | 'feeds' | null;
  day: string;
  onClose: () => void;
  onSaved: (day: string) => void;
}

function Opened({ opened, ...props }: OpenedProps) {
  if (opened === null) return null;
  if (opened === 'feeds') return <FeedsDialog onClose={props.onClose} />;
  if (opened === 'event') return <EventForm event={null} {...props} />;
  if (opened.kind === 'personal') return <EventForm event={opened} {...props} />;
  if (opened.record_id === null) return null;
  return <SessionDrawer key={opened.key} id={opened.record_id} onClose={props.onClose} />;
}

function Title({
  view,
  day,
  range,
}: {
  view: CalendarView;
  day: string;
  range: { from: string; to: string };
}) {
  const format = useFormatter();
  const at = (value: string) => new Date(`${value}T00:00:00Z`);
  if (view === 'month') return format.dateTime(at(day), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  if (view === 'day')
    return format.dateTime(at(day), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.dateTimeRange(at(range.from), at(addDays(range.to, 0)), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
}
