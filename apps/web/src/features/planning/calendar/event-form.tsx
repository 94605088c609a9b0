'use client';
import {
  type CalendarItem,
  createPlannerEvent,
  deletePlannerEvent,
  updatePlannerEvent,
} from '@k12/contracts/planning/calendar';
import { addDays, daysFrom } from '@k12/plan-content/days';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { TextField } from '@k12/ui/text-field';
import { TimeField } from '@k12/ui/time-field';
import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { instantOfInput, localInput } from '../../teaching/dates/local-input.ts';

const fieldNames = ['title', 'starts_on', 'ends_on', 'starts_at', 'ends_at'];
const refreshes = ['planner_events.', 'calendar.'];

interface Props {
  /** Null adds an event. */
  event: CalendarItem | null;
  /** The day a new one is for, unless another is chosen. */
  day: string;
  onClose: () => void;
  onSaved: (day: string) => void;
}

/** An event of one’s own that nobody else sees: whole days, or times of one’s own clocks (PLN-120, PLN-122). */
export function EventForm({ event, day, onClose, onSaved }: Props) {
  const t = useTranslations('planning-calendar.event');
  const tc = useTranslations('common');
  const zone = useTimeZone() ?? 'UTC';
  const wasWholeDay = event === null || event.starts_at === null;
  const [isWholeDay, setWholeDay] = useState(wasWholeDay);
  const create = useChange(createPlannerEvent, refreshes);
  const update = useChange(updatePlannerEvent, refreshes);
  const form = useSubmit(fieldNames, async (values) => {
    const starts_on = textOf(values, 'starts_on');
    const body = { title: textOf(values, 'title'), ...timesOf(values, isWholeDay, zone) };
    if (event?.record_id) {
      const lock_version = event.lock_version ?? 0;
      await update({ params: { id: event.record_id }, body: { ...body, lock_version } });
    } else await create({ body });
    onClose();
    onSaved(starts_on);
  });
  const errors = form.failure?.fields ?? {};
  return (
    <FormDrawer
      title={event ? t('edit') : t('new')}
      description={t('about')}
      action={event ? tc('save') : t('add')}
      form={form}
      alsoChanged={isWholeDay !== wasWholeDay}
      onClose={onClose}
      aside={event && <RemoveEvent event={event} onDone={onClose} />}
    >
      <TextField
        id="title"
        name="title"
        label={t('title')}
        defaultValue={event?.title}
        error={errors.title}
        required
        dir="auto"
        maxLength={200}
        autoComplete="off"
      />
      <Checkbox label={t('wholeDay')} checked={isWholeDay} onCheckedChange={setWholeDay} />
      <Times event={event} day={day} isWholeDay={isWholeDay} errors={errors} zone={zone} />
    </FormDrawer>
  );
}

interface TimesProps extends Pick<Props, 'event' | 'day'> {
  isWholeDay: boolean;
  errors: Record<string, string>;
  zone: string;
}

/** The last day goes along when the first one is moved, so that an event keeps its length. */
function Times({ event, day, isWholeDay, errors, zone }: TimesProps) {
  const t = useTranslations('planning-calendar.event');
  const [days, setDays] = useState({ from: event?.starts_on ?? day, to: event?.ends_on ?? day });
  const begin = (from: string) =>
    setDays((was) => ({
      from,
      to: from && was.from && was.to ? addDays(from, daysFrom(was.from, was.to)) : was.to,
    }));
  const clock = (at: string | null | undefined, otherwise: string) =>
    localInput(zone, at).slice(11) || otherwise;
  const field = (name: string) => ({ id: name, name, error: errors[name], required: true });
  return (
    <div className="grid grid-cols-2 gap-4">
      <DateField {...field('starts_on')} label={t('from')} value={days.from} onValueChange={begin} />
      <DateField
        {...field('ends_on')}
        label={t('to')}
        value={days.to}
        min={days.from}
        onValueChange={(to) => setDays({ ...days, to })}
      />
      {!isWholeDay && (
        <>
          <TimeField
            {...field('starts_at')}
            label={t('begins')}
            defaultValue={clock(event?.starts_at, '15:30')}
          />
          <TimeField {...field('ends_at')} label={t('ends')} defaultValue={clock(event?.ends_at, '16:30')} />
        </>
      )}
    </div>
  );
}

function timesOf(values: FormData, isWholeDay: boolean, zone: string) {
  const days = { starts_on: optionalOf(values, 'starts_on'), ends_on: optionalOf(values, 'ends_on') };
  if (isWholeDay) return { ...days, starts_at: null, ends_at: null };
  const at = (day: string | null, name: string) =>
    instantOfInput(zone, `${day ?? ''}T${textOf(values, name)}`);
  return {
    starts_on: null,
    ends_on: null,
    starts_at: at(days.starts_on, 'starts_at'),
    ends_at: at(days.ends_on, 'ends_at'),
  };
}

function RemoveEvent({ event, onDone }: { event: CalendarItem; onDone: () => void }) {
  const t = useTranslations('planning-calendar.event');
  const attempt = useAttempt();
  const remove = useChange(deletePlannerEvent, refreshes);
  const create = useChange(createPlannerEvent, refreshes);
  const { record_id: id, title, color, starts_at, ends_at } = event;
  const days = starts_at ? {} : { starts_on: event.starts_on, ends_on: event.ends_on };
  const removeWithUndo = async () => {
    if (!id) return;
    const isGone = await attempt(() => remove({ params: { id } }), {
      done: t('removed', { title }),
      undo: () => create({ body: { title, color, starts_at, ends_at, ...days } }),
    });
    if (isGone) onDone();
  };
  return (
    <Button variant="danger" className="me-auto" onClick={removeWithUndo}>
      {t('remove')}
    </Button>
  );
}
