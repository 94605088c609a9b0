'use client';
import { type LessonPlan, type UnitPlan, updateLessonPlan } from '@k12/contracts/planning/plans';
import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
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
      <div className="mt-2 flex items-center gap-2 text-body text-ink-2">
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

/** How long the lesson may take; the timed rows are summed against it. */
function Period({ minutes, canEdit, onSave }: PeriodProps) {
  const t = useTranslations('planning-editor');
  const known = minutes === null ? '' : String(minutes);
  const [typed, setTyped] = useState(known);
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
    const next = typed === '' ? null : Math.min(600, Math.max(1, Number(typed)));
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
    <label className="flex items-center gap-1.5">
      <span className="hidden-visually">{t('period')}</span>
      <input
        inputMode="numeric"
        maxLength={3}
        placeholder="45"
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onBlur={() => void save()}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        className="w-12 rounded-control border border-line-control bg-raised px-2 py-0.5 text-end text-body tabular-nums pointer-coarse:min-h-11"
      />
      {t('min')}
    </label>
  );
}
