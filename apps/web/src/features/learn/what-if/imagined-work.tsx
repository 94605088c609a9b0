'use client';
import type { WhatIfCourse } from '@k12/contracts/teaching/what-if';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { pointsOf, scoreOf } from './try-scores.ts';
import type { Imagined, TrialState } from './use-trial.ts';

interface Props {
  course: WhatIfCourse;
  state: TrialState;
  mark: '.' | ',';
}

/** Work that a teacher has not given yet (PPL-21). */
export function ImaginedWork({ course, state, mark }: Props) {
  const t = useTranslations('learn-what-if');
  const [first] = course.categories;
  const add = () =>
    state.imagine({ id: crypto.randomUUID(), category_id: first?.id ?? null, points: '100', entry: '' });
  return (
    <div className="grid gap-3">
      {state.tried.imagined.map((work, at) => (
        <ImaginedRow key={work.id} work={work} number={at + 1} {...{ course, state, mark }} />
      ))}
      <div>
        <Button size="small" icon={<Plus aria-hidden />} onClick={add}>
          {t('imagine')}
        </Button>
      </div>
    </div>
  );
}

function ImaginedRow({ work, number, course, state, mark }: Props & { work: Imagined; number: number }) {
  const t = useTranslations('learn-what-if');
  const name = t('imagined', { number });
  const points = pointsOf(work.points);
  const isWrong = work.entry !== '' && (!points || scoreOf(work.entry, points, course.scheme, mark) === null);
  return (
    <fieldset className="flex flex-wrap items-end gap-3">
      <legend className="sr-only">{name}</legend>
      {course.categories.length > 0 && (
        <SelectField
          label={t('inCategory')}
          size="small"
          value={work.category_id ?? ''}
          options={course.categories.map((category) => ({ value: category.id, label: category.name }))}
          onValueChange={(category_id) => state.imagine({ ...work, category_id })}
          className="min-w-40 flex-1"
        />
      )}
      <TextField
        label={t('score')}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        value={work.entry}
        error={isWrong ? t('notUnderstood') : undefined}
        onChange={(event) => state.imagine({ ...work, entry: event.target.value })}
        className="w-28"
      />
      <TextField
        label={t('points')}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        value={work.points}
        error={points ? undefined : t('notUnderstood')}
        onChange={(event) => state.imagine({ ...work, points: event.target.value })}
        className="w-28"
      />
      <IconButton
        size="small"
        label={t('remove', { name })}
        icon={<X aria-hidden />}
        onClick={() => state.forget(work.id)}
      />
    </fieldset>
  );
}
