'use client';
import {
  type BumpResult,
  bumpSessions,
  getSession,
  type LessonSession,
  updateSession,
} from '@k12/contracts/planning/lesson-sessions';
import { undoScheduleChange } from '@k12/contracts/planning/schedule-changes';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { Drawer } from '@k12/ui/drawer';
import { LinkButton } from '@k12/ui/link-button';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { scheduleViews } from './schedule-views.ts';
import { SessionPace } from './session-pace.tsx';

/** One lesson in its meeting: taught or not, notes, and pushing it with all that follows. */
export function SessionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('planning-calendar');
  const dates = useDates();
  const { data: session } = useApi(getSession, { params: { id } });
  if (!session) return null;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={session.title}
      description={[session.course_name, session.section_name, dates.day(session.meeting_on)].map(
        (part, at) => (
          <Fragment key={part}>
            {at > 0 && ' · '}
            <bdi>{part}</bdi>
          </Fragment>
        ),
      )}
      footer={
        session.unit_plan_id && (
          <LinkButton href={paths.planLesson(session.unit_plan_id, session.lesson_plan_id)}>
            {t('openLesson')}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-6">
        {session.carried_over && (
          <p className="text-body">{t('carriedOver', { text: session.carried_over })}</p>
        )}
        {session.can.update && <Taught key={session.lock_version} session={session} />}
        {session.can.update && session.state === 'scheduled' && (
          <>
            <OtherDay session={session} />
            <SessionPace session={session} onDone={onClose} />
            <Bump session={session} onDone={onClose} />
          </>
        )}
      </div>
    </Drawer>
  );
}

/** One click records day and version; notes and what was not reached go on to the next lesson (PLN-119). */
function Taught({ session }: { session: LessonSession }) {
  const t = useTranslations('planning-calendar');
  const attempt = useAttempt();
  const update = useChange(updateSession, scheduleViews);
  const [taught_note, setNote] = useState(session.taught_note ?? '');
  const [not_reached, setNotReached] = useState(session.not_reached ?? '');
  const mark = (state: 'taught' | 'scheduled') =>
    attempt(
      () =>
        update({
          params: { id: session.id },
          body: {
            state,
            taught_note: taught_note || null,
            not_reached: not_reached || null,
            carry_over: true,
            lock_version: session.lock_version,
          },
        }),
      { done: t('saved') },
    );
  return (
    <section className="grid gap-3">
      <TextArea
        label={t('note')}
        rows={2}
        value={taught_note}
        onChange={(event) => setNote(event.target.value)}
      />
      <TextArea
        label={t('notReached')}
        rows={2}
        value={not_reached}
        onChange={(event) => setNotReached(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => mark('taught')}>
          {t(session.state === 'taught' ? 'save' : 'markTaught')}
        </Button>
        {session.state === 'taught' && <Button onClick={() => mark('scheduled')}>{t('notTaught')}</Button>}
      </div>
    </section>
  );
}

/** The way of the keyboard for what the mouse drags: this lesson alone goes to another day (PLN-124, PLN-178). */
function OtherDay({ session }: { session: LessonSession }) {
  const t = useTranslations('planning-calendar');
  const attempt = useAttempt();
  const update = useChange(updateSession, scheduleViews);
  const [day, setDay] = useState(session.meeting_on);
  const { id, lock_version } = session;
  const move = () =>
    attempt(() => update({ params: { id }, body: { meeting_on: day, lock_version } }), { done: t('moved') });
  return (
    <section className="flex flex-wrap items-end gap-2">
      <DateField label={t('otherDay')} value={day} onValueChange={setDay} />
      <Button disabled={day === '' || day === session.meeting_on} onClick={() => void move()}>
        {t('moveThere')}
      </Button>
    </section>
  );
}

/** Shows what would move before anything does; one undo brings it back (PLN-113, PLN-114). */
function Bump({ session, onDone }: { session: LessonSession; onDone: () => void }) {
  const t = useTranslations('planning-calendar');
  const dates = useDates();
  const attempt = useAttempt();
  const bump = useChange(bumpSessions, scheduleViews);
  const undo = useChange(undoScheduleChange, scheduleViews);
  const [preview, setPreview] = useState<{ meetings: number; result: BumpResult } | null>(null);
  const [withDue, setWithDue] = useState(false);
  const body = { section_ids: [session.section_id], from: session.meeting_on };
  const look = (meetings: number) =>
    attempt(async () => {
      const result = await callApi(bumpSessions, { body: { ...body, meetings, dry_run: true } });
      setPreview({ meetings, result });
    });
  const apply = async () => {
    if (!preview) return;
    let change: BumpResult['change'] = null;
    const done = await attempt(
      async () => {
        const asked = { ...body, meetings: preview.meetings, with_due_dates: withDue };
        change = (await bump({ body: asked })).change;
      },
      {
        done: t('bumped', { count: preview.result.moved.length }),
        undo: async () => change && undo({ params: { id: change.id } }),
      },
    );
    if (done) onDone();
  };
  return (
    <section className="grid gap-3">
      <h3 className="text-body font-semibold">{t('bump')}</h3>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => look(-1)}>
          {t('back')}
        </Button>
        <Button size="small" onClick={() => look(1)}>
          {t('forward')}
        </Button>
      </div>
      {preview && (
        <div role="status" className="grid gap-2 text-small">
          <p>{t('preview', { count: preview.result.moved.length })}</p>
          <ul className="grid gap-1 text-ink-2">
            {preview.result.moved.slice(0, 8).map((move) => (
              <li key={move.session_id}>
                {t('moveLine', {
                  title: move.lesson_title,
                  from: dates.shortDay(move.from_on),
                  to: dates.shortDay(move.to_on),
                })}
              </li>
            ))}
          </ul>
          {preview.result.unplaced.length > 0 && (
            <p className="text-warn">{t('unplaced', { count: preview.result.unplaced.length })}</p>
          )}
          <DueDates dates={preview.result.due_dates} checked={withDue} onCheckedChange={setWithDue} />
          <Button
            variant="primary"
            className="w-fit"
            disabled={preview.result.moved.length === 0}
            onClick={apply}
          >
            {t('apply')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface DueProps {
  dates: BumpResult['due_dates'];
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** What is due for the moved lessons goes along only when one says so, and never what was handed in (PLN-186). */
export function DueDates({ dates, checked, onCheckedChange }: DueProps) {
  const t = useTranslations('planning-calendar');
  const instants = useDates();
  const open = dates.filter(({ is_blocked }) => !is_blocked);
  if (dates.length === 0) return null;
  return (
    <div className="grid gap-1">
      <Checkbox
        label={t('withDue', { count: open.length })}
        checked={checked && open.length > 0}
        disabled={open.length === 0}
        onCheckedChange={onCheckedChange}
      />
      <ul className="grid gap-1 ps-6.5 text-ink-2">
        {dates.map((date) => (
          <li key={`${date.assignment_id}${date.section_id}`}>
            {date.is_blocked
              ? t('dueStays', { title: date.title })
              : t('dueLine', { title: date.title, to: instants.instant(date.to_at) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
