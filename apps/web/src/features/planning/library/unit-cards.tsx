'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { Ago } from '../ago.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanStateBadges } from '../plan-state.tsx';
import { hueOf } from '../subject-hue.ts';

export function UnitCards({ units }: { units: readonly UnitPlan[] }) {
  const t = useTranslations('planning-library');
  const grades = useGradeWords();
  return (
    <ul className="grid gap-3 tablet:grid-cols-2 wide:grid-cols-3">
      {units.map((unit) => (
        <li
          key={unit.id}
          data-subject={hueOf(unit.subjects[0])}
          className="relative flex min-h-36 flex-col gap-1 overflow-hidden rounded-card border border-line bg-raised p-4 ps-5 before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-subject hover:border-line-strong"
        >
          <p className="text-small text-ink-3">
            {[...unit.subjects, grades(unit.grade_levels)].filter(Boolean).join(' · ')}
          </p>
          <AppLink
            href={paths.planUnit(unit.id)}
            className="font-serif text-heading font-semibold [overflow-wrap:anywhere] after:absolute after:inset-0"
          >
            <bdi>{unit.title}</bdi>
          </AppLink>
          <p className="text-small text-ink-3">
            {t('cardFacts', { lessons: unit.lessons_count })} · <Ago at={unit.updated_at} />
          </p>
          <p className="mt-auto flex flex-wrap gap-1 pt-2">
            <PlanStateBadges plan={unit} />
          </p>
        </li>
      ))}
    </ul>
  );
}
