'use client';
import type { WhatIfCourse, WhatIfItem } from '@k12/contracts/teaching/what-if';
import { formatPlain, unitsOf } from '@k12/grading/decimal';
import { neededScore } from '@k12/grading/needed-score';
import { percentOf } from '@k12/grading/ratio';
import { leastPercentOf } from '@k12/grading/scheme';
import { trialTotal } from '@k12/grading/trial-total';
import type { Trial } from '@k12/grading/what-if';
import { SelectField, type SelectOption } from '@k12/ui/select-field';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { usePercent } from './tried-total.tsx';
import { asTrialCourse, isOpen } from './try-scores.ts';

interface Props {
  course: WhatIfCourse;
  items: readonly WhatIfItem[];
  trial: Trial;
}

/** What is needed on what is left for a label, over all of it, a category or one piece (PPL-22). */
export function TargetFinder({ course, items, trial }: Props) {
  const t = useTranslations('learn-what-if');
  const [label, setLabel] = useState(course.scheme.bands[0]?.label ?? '');
  const [scope, setScope] = useState('all');
  const left = items.filter((item) => isOpen(item) && !trial.scores.has(item.id));
  const scopes = useScopes(course, left);
  const chosen = scopes.some(({ value }) => value === scope) ? scope : 'all';
  const band = course.scheme.bands.find((each) => each.label === label);
  if (left.length === 0 || !band) return <p className="text-small text-ink-2">{t('nothingLeft')}</p>;
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <h4 className="font-semibold">{t('need')}</h4>
      <div className="flex flex-wrap gap-3">
        <SelectField
          label={t('goal')}
          size="small"
          value={label}
          options={course.scheme.bands.map((each) => ({ value: each.label, label: each.label }))}
          onValueChange={setLabel}
          className="w-32"
        />
        <SelectField
          label={t('on')}
          size="small"
          value={chosen}
          options={scopes}
          onValueChange={setScope}
          className="min-w-40 flex-1"
        />
      </div>
      <Answer
        course={course}
        trial={trial}
        asked={left.filter(
          ({ id, category_id }) => chosen === 'all' || chosen === id || chosen === category_id,
        )}
        goal={leastPercentOf(course.scheme, band)}
        label={label}
      />
    </div>
  );
}

function useScopes(course: WhatIfCourse, left: readonly WhatIfItem[]): SelectOption[] {
  const t = useTranslations('learn-what-if');
  const used = new Set(left.map(({ category_id }) => category_id));
  return [
    { value: 'all', label: t('allLeft', { count: left.length }) },
    ...course.categories
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => ({ value: id, label: name, group: t('categories') })),
    ...left.map(({ id, title }) => ({ value: id, label: title, group: t('pieces') })),
  ];
}

interface AnswerProps {
  course: WhatIfCourse;
  trial: Trial;
  asked: readonly WhatIfItem[];
  goal: string;
  label: string;
}

function Answer({ course, trial, asked, goal, label }: AnswerProps) {
  const t = useTranslations('learn-what-if');
  const format = useFormatter();
  const percent = usePercent();
  const found = useMemo(() => {
    const trials = asTrialCourse(course);
    const ids = new Set(asked.map(({ id }) => id));
    const full = new Map([
      ...trial.scores,
      ...asked.map(({ id, points_possible }) => [id, points_possible] as const),
    ]);
    return {
      need: neededScore(trials, trial, ids, goal),
      best: trialTotal(trials, { ...trial, scores: full }).percent,
    };
  }, [course, trial, asked, goal]);
  const [only] = asked;
  return (
    <p role="status" className="tabular-nums">
      {found.need.kind === 'certain' && t('certain', { label })}
      {found.need.kind === 'out_of_reach' && t('outOfReach', { label, best: percent(found.best) })}
      {found.need.kind === 'needed' &&
        (asked.length === 1 && only
          ? t('neededOne', {
              label,
              score: format.number(pointsFor(found.need.percent, only.points_possible)),
              points: format.number(Number(only.points_possible)),
              percent: percent(found.need.percent),
            })
          : t('needed', { label, percent: percent(found.need.percent) }))}
    </p>
  );
}

const pointsFor = (percent: string, points: string) =>
  Number(formatPlain(percentOf(unitsOf(percent), unitsOf(points))));
