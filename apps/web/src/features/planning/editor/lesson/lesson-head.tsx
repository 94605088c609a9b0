'use client';
import { type LessonPlan, type UnitPlan, updateLessonPlan } from '@k12/contracts/planning/plans';
import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useInTurn } from '@/lib/api/in-turn.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { PlanTitle } from '../frame/plan-title.tsx';
import { lessonViews } from '../lesson-views.ts';

interface Props {
  lesson: LessonPlan;
  unit: UnitPlan | undefined;
}

export function LessonHead({ lesson, unit }: Props) {
  const t = useTranslations('planning-editor');
  const attempt = useAttempt();
  const update = useChange(updateLessonPlan, lessonViews);
  const inTurn = useInTurn(lesson);
  const save = (fields: { title?: string; duration_minutes?: number | null }) =>
    attempt(() =>
      inTurn((lock_version) => update({ params: { id: lesson.id }, body: { ...fields, lock_version } })),
    );
  return (
    <header>
      {unit && (
        // Where there is room, the top bar leads back.
        <AppLink href={paths.planUnit(unit.id)} className="text-small text-board tablet:hidden">
          <bdi>{unit.title}</bdi>
        </AppLink>
      )}
      <PlanTitle
        title={lesson.title}
        label={t('title')}
        canEdit={lesson.can.update}
        onSave={(title) => save({ title })}
      />
      <div className="mt-2 flex items-start gap-2 text-body text-ink-2 [&>svg]:mt-1.5">
        <Clock aria-hidden className="text-ink-3" />
        <Period
          minutes={lesson.duration_minutes}
          canEdit={lesson.can.update}
          onSave={(duration_minutes) => save({ duration_minutes })}
        />
      </div>
    </header>
  );
}

interface PeriodProps {
  minutes: number | null;
  canEdit: boolean;
  onSave: (minutes: number | null) => Promise<boolean>;
}

const longest = 600;

/** Whole minutes that a lesson can have; undefined where what was typed is none. */
function minutesIn(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const minutes = /^\d+$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= longest ? minutes : undefined;
}

/** How long the lesson may take; the timed rows are summed against it. */
function Period({ minutes, canEdit, onSave }: PeriodProps) {
  const t = useTranslations('planning-editor');
  const known = minutes === null ? '' : String(minutes);
  const [typed, setTyped] = useState(known);
  const [isWrong, setWrong] = useState(false);
  const errorId = useId();
  const settled = useRef(known);
  const waiting = useRef(0);
  useEffect(() => {
    // An answer to what was sent before never takes back what was typed after it.
    if (waiting.current > 0) return;
    setTyped((now) => (now === settled.current ? known : now));
    settled.current = known;
  }, [known]);
  if (!canEdit) return minutes === null ? t('noPeriod') : t('minutes', { count: minutes });
  const save = async () => {
    const next = minutesIn(typed);
    setWrong(next === undefined);
    if (next === undefined) return;
    const shown = next === null ? '' : String(next);
    setTyped(shown);
    if (shown === settled.current) return;
    settled.current = shown;
    waiting.current += 1;
    const isSaved = await onSave(next);
    waiting.current -= 1;
    if (!isSaved) settled.current = known;
  };
  return (
    <div>
      <label className="flex items-center gap-1.5">
        <span className="hidden-visually">{t('period')}</span>
        <input
          inputMode="numeric"
          maxLength={8}
          placeholder="–"
          value={typed}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? errorId : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          onBlur={() => void save()}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          className="w-14 rounded-control border border-line-control bg-raised px-2 py-0.5 text-end text-body tabular-nums aria-invalid:border-bad pointer-coarse:min-h-11"
        />
        {t('min')}
      </label>
      {isWrong && (
        <p id={errorId} role="alert" className="mt-1 text-small text-bad">
          {t('periodRange')}
        </p>
      )}
    </div>
  );
}
