'use client';
import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { SelectField } from '@k12/ui/select-field';
import { SkeletonRows } from '@k12/ui/skeleton';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { PeriodsPart } from './periods-part.tsx';
import { SchemesPart } from './schemes-part.tsx';
import { YearGradePart } from './year-grade-part.tsx';

const MasteryPart = dynamic(
  loaded(() => import('./mastery-part.tsx').then((module) => module.MasteryPart)),
  { loading: () => <SkeletonRows rows={4} /> },
);

/** What a school decides about grades for all its courses: periods, the grade of the year, labels (TCH-115, TCH-116, TCH-121). */
export function GradingRulesScreen() {
  const t = useTranslations('teaching-grading-rules');
  const { me } = useSession();
  const years = useApi(listAcademicYears, { query: { limit: 50 } });
  const [schoolId, setSchoolId] = useState(me.schools[0]?.id ?? '');
  const [chosenYear, setYear] = useState<string | null>(null);
  const header = <PageHeader title={t('title')} description={t('lead')} />;
  if (!schoolId) {
    return (
      <>
        {header}
        <EmptyState title={t('noSchool')}>{t('noSchoolText')}</EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <RegionBody reply={years}>
        {({ data }) => {
          const year =
            data.find(({ id }) => id === chosenYear) ??
            data.find(({ state }) => state === 'active') ??
            data[0];
          return (
            <div className="mt-6 grid max-w-page gap-10">
              <div className="grid gap-4 tablet:grid-cols-2 laptop:max-w-[40rem]">
                {me.schools.length > 1 && (
                  <SelectField
                    label={t('school')}
                    value={schoolId}
                    onValueChange={setSchoolId}
                    options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                )}
                <SelectField
                  label={t('year')}
                  value={year?.id ?? ''}
                  onValueChange={setYear}
                  // Set apart: in Arabic the years of “2026–27” would change places.
                  options={data.map(({ id, name }) => ({ value: id, label: `\u2068${name}\u2069` }))}
                />
              </div>
              {year && <PeriodsPart key={`${schoolId}/${year.id}`} schoolId={schoolId} year={year} />}
              <YearGradePart key={schoolId} schoolId={schoolId} />
              <SchemesPart schoolId={schoolId} />
              <MasteryPart key={`mastery/${schoolId}`} schoolId={schoolId} />
            </div>
          );
        }}
      </RegionBody>
    </>
  );
}
