'use client';
import type { DayMeeting, TeachingDay } from '@k12/contracts/teaching/teaching-day';
import { Badge } from '@k12/ui/badge';
import { LinkButton } from '@k12/ui/link-button';
import { Timeline, type TimelineItem } from '@k12/ui/timeline';
import { isSubject } from '@k12/ui/tone';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';

const everyMinute = 60_000;

/** The classes of the day in order; the one that is on has what is done in it at hand. */
export function DayLine({ day }: { day: TeachingDay }) {
  const t = useTranslations('teaching-today');
  const format = useFormatter();
  const now = useNow({ updateInterval: everyMinute });
  const isToday = day.shown_on === day.today_on;
  const shown = day.shown_on && new Date(`${day.shown_on}T00:00:00Z`);
  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: 'numeric', minute: '2-digit', timeZone: day.time_zone });
  const items = day.meetings.map(
    (meeting): TimelineItem => ({
      key: `${meeting.section_id} ${meeting.starts_at}`,
      time: <span suppressHydrationWarning>{clock(meeting.starts_at)}</span>,
      subject: isSubject(meeting.color) ? meeting.color : undefined,
      ...look(meeting, now, isToday),
      title: <MeetingTitle meeting={meeting} />,
      description: [
        t('students', { count: meeting.students_count }),
        meeting.location,
        t('until', { time: unbroken(clock(meeting.ends_at)) }),
      ]
        .filter(Boolean)
        .join(' · '),
      end: <State meeting={meeting} now={now} isToday={isToday} />,
      actions: look(meeting, now, isToday).now ? <Actions meeting={meeting} /> : undefined,
    }),
  );
  return (
    <section aria-labelledby="day-line">
      <h2 id="day-line" className="mb-3 text-large font-semibold">
        {isToday || !shown
          ? t('yourDay')
          : t('next', {
              day: format.dateTime(shown, {
                weekday: 'long',
                day: 'numeric',
                month: 'long',
                timeZone: 'UTC',
              }),
            })}
      </h2>
      {items.length === 0 ? (
        <p className="text-ink-2">{t('noClasses')}</p>
      ) : (
        <Timeline label={t('yourDay')} items={items} />
      )}
    </section>
  );
}

/** 10:40 AM stays on one line. */
function unbroken(time: string): string {
  return time.replaceAll(' ', '\u00a0');
}

function look(meeting: DayMeeting, now: Date, isToday: boolean): Pick<TimelineItem, 'now' | 'past'> {
  const [starts, ends] = [Date.parse(meeting.starts_at), Date.parse(meeting.ends_at)];
  return { now: isToday && starts <= now.getTime() && now.getTime() < ends, past: ends <= now.getTime() };
}

function MeetingTitle({ meeting }: { meeting: DayMeeting }) {
  const t = useTranslations('teaching-today');
  const { lesson } = meeting;
  return (
    <>
      <AppLink href={paths.teachCourse(meeting.course_id)} className="font-semibold hover:underline">
        <bdi>{`${meeting.course_name} ${meeting.section_name}`}</bdi>
      </AppLink>
      {' · '}
      {lesson?.unit_plan_id ? (
        <AppLink
          href={paths.planLesson(lesson.unit_plan_id, lesson.lesson_plan_id)}
          className="hover:underline"
        >
          <bdi>{lesson.title}</bdi>
        </AppLink>
      ) : (
        <span className="text-ink-3">{lesson?.title ?? t('noLesson')}</span>
      )}
    </>
  );
}

function State({ meeting, now, isToday }: { meeting: DayMeeting; now: Date; isToday: boolean }) {
  const t = useTranslations('teaching-today');
  const { now: isOn, past } = look(meeting, now, isToday);
  if (isOn) return <Badge tone="ok">{t('now')}</Badge>;
  if (past && meeting.lesson?.is_taught) return <Badge tone="ok">{t('done')}</Badge>;
  return null;
}

function Actions({ meeting: { course_id, lesson } }: { meeting: DayMeeting }) {
  const t = useTranslations('teaching-today');
  return (
    <>
      {lesson?.unit_plan_id && (
        <LinkButton variant="primary" href={paths.planLesson(lesson.unit_plan_id, lesson.lesson_plan_id)}>
          {t('openLesson')}
        </LinkButton>
      )}
      <LinkButton href={paths.courseGradebook(course_id)}>{t('gradebook')}</LinkButton>
    </>
  );
}
