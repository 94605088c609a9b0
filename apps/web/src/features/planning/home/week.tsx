'use client';
import { type LessonSession, listSessions, updateSession } from '@k12/contracts/planning/lesson-sessions';
import { Checkbox } from '@k12/ui/checkbox';
import { List, ListRow } from '@k12/ui/list-row';
import { SubjectDot } from '@k12/ui/page-header';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { ownTimeZone } from '@/lib/own-time-zone.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { Region } from '@/shell/region.tsx';
import { hueOf } from '../subject-hue.ts';
import { weekAround } from './week-days.ts';

/** Today and the rest of the week, lesson by lesson; what was taught is ticked off here. */
export function Week() {
  const t = useTranslations('planning-home');
  const { me } = useSession();
  const [{ today, from, to }] = useState(() => weekAround(new Date(), ownTimeZone(me)));
  const sessions = useApi(listSessions, { query: { from, to, mine: 'true', limit: 60 } });
  return (
    <Region title={t(today < from ? 'nextWeek' : 'week')} reply={sessions}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-ink-3">{t('noSessions')}</p>
        ) : (
          <List framed>
            {data
              .filter(({ state }) => state !== 'skipped')
              .map((session) => (
                <SessionRow key={session.id} session={session} isToday={session.meeting_on === today} />
              ))}
          </List>
        )
      }
    </Region>
  );
}

/** The time of day as people here write it; it belongs to the school's clock, whatever the reader's is. */
function startOf({ meeting_on, starts_at }: LessonSession, format: ReturnType<typeof useFormatter>) {
  if (!starts_at) return '';
  const at = new Date(`${meeting_on}T${starts_at.slice(0, 5)}:00Z`);
  return format.dateTime(at, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
}

function SessionRow({ session, isToday }: { session: LessonSession; isToday: boolean }) {
  const t = useTranslations('planning-home');
  const format = useFormatter();
  const attempt = useAttempt();
  const update = useChange(updateSession, ['lesson_sessions.', 'unit_plans.']);
  const { id, title, lesson_plan_id, unit_plan_id, state, lock_version } = session;
  const day = new Date(`${session.meeting_on}T00:00:00Z`);
  const tick = (taught: boolean) =>
    attempt(() => update({ params: { id }, body: { state: taught ? 'taught' : 'scheduled', lock_version } }));
  return (
    <ListRow
      now={isToday}
      {...(unit_plan_id && { href: paths.planLesson(unit_plan_id, lesson_plan_id) })}
      lead={
        <span className="block w-14 text-small tabular-nums">
          <span className="block font-semibold">
            {format.dateTime(day, { day: 'numeric', month: 'short', timeZone: 'UTC' })}
          </span>
          <span className="text-ink-3">{format.dateTime(day, { weekday: 'short', timeZone: 'UTC' })}</span>
        </span>
      }
      title={<bdi>{title}</bdi>}
      description={
        <span className="flex items-center gap-1.5">
          <SubjectDot subject={hueOf(session.course_name)} />
          {[session.section_name, startOf(session, format), session.location].filter(Boolean).join(' · ')}
        </span>
      }
      end={
        session.can.update && (
          <span className="relative">
            <Checkbox
              label={t('taught')}
              checked={state === 'taught'}
              onCheckedChange={(taught) => void tick(taught)}
            />
          </span>
        )
      }
    />
  );
}
