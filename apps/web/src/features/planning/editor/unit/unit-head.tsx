'use client';
import { type UnitPlan, updateUnitPlan } from '@k12/contracts/planning/plans';
import { PropertyLine, SubjectDot } from '@k12/ui/page-header';
import { BookOpen, Clock, GraduationCap, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useInTurn } from '@/lib/api/in-turn.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useGradeWords } from '../../grade-words.ts';
import { hueOf } from '../../subject-hue.ts';
import { PlanTitle } from '../frame/plan-title.tsx';
import { UnitDates } from './unit-dates.tsx';

const DetailsDialog = dynamic(
  loaded(() => import('../frame/details-dialog.tsx').then((module) => module.DetailsDialog)),
  { loading: nothingYet },
);

/** The title and one quiet line of what the unit is. */
export function UnitHead({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor');
  const joined = useJoined();
  const th = useTranslations('planning-library.homes');
  const attempt = useAttempt();
  const update = useChange(updateUnitPlan, ['unit_plans.']);
  const inTurn = useInTurn(unit);
  const grades = useGradeWords();
  const save = (title: string) =>
    attempt(() =>
      inTurn((lock_version) => update({ params: { id: unit.id }, body: { title, lock_version } })),
    );
  const [subject] = unit.subjects;
  const properties = [
    ...(subject
      ? [
          {
            label: t('subject'),
            icon: <SubjectDot subject={hueOf(subject)} />,
            value: joined(unit.subjects),
          },
        ]
      : []),
    ...(unit.grade_levels.length > 0
      ? [{ label: t('grade'), icon: <GraduationCap aria-hidden />, value: grades(unit.grade_levels) }]
      : []),
    ...(unit.course_name
      ? [{ label: t('course'), icon: <BookOpen aria-hidden />, value: <bdi>{unit.course_name}</bdi> }]
      : []),
    { label: t('time'), icon: <Clock aria-hidden />, value: <UnitTime unit={unit} /> },
    { label: t('sharedWith'), icon: <Users aria-hidden />, value: th(unit.home) },
  ];
  return (
    <header>
      <PlanTitle title={unit.title} label={t('title')} canEdit={unit.can.update} onSave={save} />
      <div className="mt-2 flex flex-wrap items-center gap-x-4.5 gap-y-1">
        <PropertyLine properties={properties} />
        <UnitDates unit={unit} />
        {unit.can.update && <DetailsDialog unit={unit} />}
      </div>
    </header>
  );
}

/** Minutes of the lessons against those of the calendar; more than there are is said in words (PLN-27). */
function UnitTime({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor');
  const { planned_minutes: planned, available_minutes: available } = unit;
  if (available === null) return t('minutes', { count: planned });
  const over = planned - available;
  return (
    <span className={over > 0 ? 'font-semibold text-warn' : undefined}>
      {t('minutesOf', { planned, available })}
      {over > 0 && ` · ${t('tooLongBy', { count: over })}`}
    </span>
  );
}
