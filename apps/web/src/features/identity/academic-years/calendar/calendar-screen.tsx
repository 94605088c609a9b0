'use client';
import { type AcademicYear, listAcademicYears } from '@k12/contracts/identity/academic-years';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SelectField } from '@k12/ui/select-field';
import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { YearPart } from './year-part.tsx';

/** Which days of a year are school days: the week, the rotation, and the days that differ (PLN-112). */
export function CalendarScreen() {
  const t = useTranslations('school-calendar');
  const { me, school_id } = useSession();
  const { read } = useAddress();
  const years = useApi(listAcademicYears, { query: { limit: 50 } });
  const schools = me.schools.filter(({ id }) => school_id === null || id === school_id);
  const school = schools.find(({ id }) => id === read('school')) ?? schools[0];
  const header = <PageHeader title={t('title')} description={t('lead')} />;
  if (!school) {
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
      <div className="mt-6">
        <RegionBody reply={years}>
          {({ data }) => {
            const year =
              data.find(({ id }) => id === read('year')) ??
              data.find(({ state }) => state === 'active') ??
              data[0];
            if (!year) return <NoYear />;
            return (
              <div className="grid max-w-page grid-cols-1 gap-8">
                <Choices schools={schools} school={school.id} years={data} year={year.id} />
                <YearPart key={`${school.id}/${year.id}`} school={school} year={year} />
              </div>
            );
          }}
        </RegionBody>
      </div>
    </>
  );
}

function NoYear() {
  const t = useTranslations('school-calendar');
  return (
    <EmptyState
      icon={<CalendarRange aria-hidden />}
      title={t('noYear')}
      action={
        <LinkButton href={paths.adminAcademicYears()} variant="primary">
          {t('toYears')}
        </LinkButton>
      }
    >
      {t('noYearText')}
    </EmptyState>
  );
}

interface ChoicesProps {
  schools: readonly { id: string; name: string }[];
  school: string;
  years: readonly AcademicYear[];
  year: string;
}

function Choices({ schools, school, years, year }: ChoicesProps) {
  const t = useTranslations('school-calendar');
  const { write } = useAddress();
  return (
    <div className="grid gap-4 tablet:grid-cols-2 laptop:max-w-[40rem]">
      {schools.length > 1 && (
        <SelectField
          label={t('school')}
          value={school}
          onValueChange={(id) => write({ school: id })}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        label={t('year')}
        value={year}
        onValueChange={(id) => write({ year: id })}
        // Set apart: in Arabic the years of “2026–27” would change places.
        options={years.map(({ id, name }) => ({ value: id, label: `\u2068${name}\u2069` }))}
      />
    </div>
  );
}
