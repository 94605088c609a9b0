'use client';
import { type GradeLevel, gradeLevels } from '@k12/contracts/planning/plan-records';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { Link } from '@k12/ui/link';
import { PageHeader } from '@k12/ui/page-header';
import { TextField } from '@k12/ui/text-field';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { loaded, withPage } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { type ChosenPack, useChosenPack } from './use-chosen-pack.ts';

// What is not needed for a title comes a moment after it.
const MultiSelect = dynamic(
  withPage(loaded(() => import('@k12/ui/multi-select').then((module) => module.MultiSelect))),
);
const PackChoice = dynamic(
  withPage(loaded(() => import('./pack-choice.tsx').then((module) => module.PackChoice))),
);
const PackPreview = dynamic(
  withPage(loaded(() => import('./pack-preview.tsx').then((module) => module.PackPreview))),
);

/** A title is enough (PLN-01); the form of the plan can be looked at while choosing. */
export function NewUnitScreen() {
  const t = useTranslations('planning-library');
  const te = useTranslations('errors');
  const pack = useChosenPack();
  const [grades, setGrades] = useState<string[]>([]);
  const form = useNewUnit(pack.chosen, grades);
  return (
    <>
      <PageHeader title={t('newTitle')} description={t('newText')} />
      <div className="mt-7 grid gap-8 laptop:grid-cols-[minmax(0,1fr)_22rem] laptop:gap-12">
        <form {...form.props} className="grid content-start gap-6">
          <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
          <TextField
            {...form.field('title', { label: t('columns.title'), required: true, maxLength: 200 })}
            size="large"
            autoComplete="off"
            dir="auto"
          />
          <div className="grid gap-4 tablet:grid-cols-2">
            <TextField {...form.field('subject', { label: t('filters.subject') })} autoComplete="off" />
            <MultiSelect
              label={t('columns.grades')}
              values={grades}
              onValuesChange={setGrades}
              options={gradeLevels.map((value) => ({ value, label: t('grade', { grade: value }) }))}
            />
          </div>
          <PackChoice pack={pack} />
          <p className="text-ink-2">
            {t.rich('fromTemplate', {
              link: (words) => <Link href={paths.planTemplates()}>{words}</Link>,
              file: (words) => <Link href={`${paths.planUnits()}?import=1`}>{words}</Link>,
            })}
          </p>
          <div>
            <Button type="submit" variant="primary" size="large" loading={form.sending}>
              {t('create')}
            </Button>
          </div>
        </form>
        <PackPreview pack={pack.chosen} />
      </div>
    </>
  );
}

function useNewUnit(chosen: ChosenPack | null, grades: readonly string[]) {
  const router = useRouter();
  const create = useChange(createUnitPlan, ['unit_plans.']);
  return useRecordForm({
    values: { title: '', subject: '' },
    send: async ({ title, subject }, headers) => {
      const body = {
        title,
        ...(subject.trim() && { subjects: [subject.trim()] }),
        ...(grades.length > 0 && { grade_levels: grades as (typeof GradeLevel)['_output'][] }),
        ...(chosen?.reference ?? {}),
      };
      const unit = await create({ body }, headers);
      router.push(`${paths.planUnit(unit.id)}?start=1`);
    },
  });
}
