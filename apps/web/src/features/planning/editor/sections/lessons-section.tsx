'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { createUnitLesson, type LessonPlan } from '@k12/contracts/planning/plans';
import { StatusBadge } from '@k12/ui/status-badge';
import clsx from 'clsx';
import { Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { useEditor } from '../editor-context.tsx';
import { LessonMenu } from '../lesson/lesson-menu.tsx';
import { lessonViews } from '../lesson-views.ts';
import { usePlanParts } from '../plan-parts.tsx';
import type { LessonDay } from '../unit/lesson-days.ts';
import { useLessonDays } from '../unit/use-lesson-days.ts';
import { SectionFrame } from './section-frame.tsx';
import { SortableList } from './sortable-list.tsx';
import { SortableRow } from './sortable-row.tsx';
import { useLessonOrder } from './use-lesson-order.ts';

/** The lessons of the unit as one list; their order is dragged or moved by keys and saved as one write (PLN-13). */
export function LessonsSection({ section }: { section: PackSection }) {
  const t = useTranslations('planning-editor');
  const { lessons, plan_id, kind } = usePlanParts();
  const editor = useEditor();
  // A template's starter lessons come with the unit it was made from.
  const canEdit = editor.canEdit && kind === 'unit';
  const order = useLessonOrder(plan_id, lessons);
  const days = useLessonDays(kind === 'unit' ? plan_id : null);
  return (
    <SectionFrame section={section} aside={lessons.length > 0 && t('lessons', { count: lessons.length })}>
      {lessons.length > 0 && (
        <SortableList ids={order.lessons.map(({ id }) => id)} onMoveTo={order.moveTo}>
          <ol className="divide-y divide-line rounded-card border border-line bg-raised *:first:[&>div]:rounded-t-card *:last:[&>div]:rounded-b-card">
            {order.lessons.map((lesson, at) => (
              <LessonRow
                key={lesson.id}
                lesson={lesson}
                unitId={plan_id}
                number={at + 1}
                day={days.get(lesson.id)}
                onMove={canEdit ? (step) => order.move(lesson.id, step) : null}
              />
            ))}
          </ol>
        </SortableList>
      )}
      {canEdit && <NewLesson unitId={plan_id} />}
      {!canEdit && lessons.length === 0 && <p className="text-ink-3">–</p>}
    </SectionFrame>
  );
}

interface RowProps {
  lesson: LessonPlan;
  unitId: string;
  number: number;
  day: LessonDay | undefined;
  onMove: ((step: -1 | 1) => void) | null;
}

function LessonRow({ lesson, unitId, number, day, onMove }: RowProps) {
  const t = useTranslations('planning-editor');
  const ts = useTranslations('planning-library.states');
  const { kind } = usePlanParts();
  const body = (
    <div
      className={clsx(
        'flex min-h-row items-center gap-2 px-3.5 py-2.5 tablet:gap-4',
        day?.state === 'today' && 'bg-chalk-tint',
      )}
    >
      {day ? (
        <LessonDate day={day.day} />
      ) : (
        <span className="w-6 shrink-0 text-small font-semibold text-ink-2 tabular-nums">{number}</span>
      )}
      <div className="min-w-0 flex-1">
        <AppLink
          href={paths.planLesson(unitId, lesson.id)}
          className="block font-medium text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
          data-path={`/lessons/${lesson.id}`}
        >
          {lesson.title}
        </AppLink>
        {lesson.duration_minutes !== null && (
          <span className="text-small text-ink-3">{t('minutes', { count: lesson.duration_minutes })}</span>
        )}
      </div>
      {day && lesson.state === 'published' ? (
        <StatusBadge status={dayStates[day.state]}>{t(`lessonStates.${day.state}`)}</StatusBadge>
      ) : (
        <StatusBadge status={lesson.state === 'published' ? 'published' : 'draft'}>
          {ts(lesson.state)}
        </StatusBadge>
      )}
      {kind === 'unit' && (
        // Above the link that covers the row.
        <span className="relative -me-2">
          <LessonMenu lesson={lesson} unitId={unitId} />
        </span>
      )}
    </div>
  );
  if (!onMove) return <li className="relative">{body}</li>;
  return (
    <SortableRow id={lesson.id} name={lesson.title} onMove={onMove}>
      {body}
    </SortableRow>
  );
}

const dayStates = { taught: 'done', today: 'today', planned: 'planned' } as const;

function LessonDate({ day }: { day: string }) {
  const format = useFormatter();
  const at = new Date(`${day}T00:00:00Z`);
  return (
    <span suppressHydrationWarning className="w-14 shrink-0 text-small tabular-nums">
      <span className="block font-semibold">
        {format.dateTime(at, { day: 'numeric', month: 'short', timeZone: 'UTC' })}
      </span>
      <span className="text-ink-3">{format.dateTime(at, { weekday: 'short', timeZone: 'UTC' })}</span>
    </span>
  );
}

/** A title and Enter make a lesson; the field is free at once for the next one, and lessons come in the order typed. */
function NewLesson({ unitId }: { unitId: string }) {
  const t = useTranslations('planning-editor');
  const attempt = useAttempt();
  const create = useChange(createUnitLesson, lessonViews);
  const [title, setTitle] = useState('');
  const last = useRef(Promise.resolve());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = title.trim();
    if (given === '') return;
    setTitle('');
    last.current = last.current.then(async () => {
      const isAdded = await attempt(() => create({ params: { id: unitId }, body: { title: given } }));
      // A title that was refused comes back, unless the next one is being written.
      if (!isAdded) setTitle((now) => now || given);
    });
  };
  return (
    <form
      onSubmit={submit}
      className="-mx-2 mt-1 flex items-center gap-2 rounded-control px-2 focus-within:bg-canvas hover:bg-canvas"
    >
      <Plus aria-hidden className="text-ink-3" />
      <input
        id="new-lesson"
        aria-label={t('newLesson')}
        aria-keyshortcuts="Alt+N"
        placeholder={t('newLesson')}
        dir="auto"
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        className="min-h-9 min-w-0 flex-1 rounded-small bg-transparent text-body placeholder:text-ink-3 pointer-coarse:min-h-11"
      />
    </form>
  );
}
