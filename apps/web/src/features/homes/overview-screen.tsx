'use client';
import { type DistrictSchool, listDistrictSchools } from '@k12/contracts/identity/district';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { Send } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { mayOpen, pages } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { OverviewFigures } from './overview-figures.tsx';
import { SchoolSheet } from './school-sheet.tsx';
import { SchoolsCompared } from './schools-compared.tsx';
import { SetUp } from './set-up.tsx';
import { Terms } from './terms.tsx';

/** The start of those who run schools: one school as a sheet, several side by side, and what is left to set up. */
export function OverviewScreen() {
  const t = useTranslations('homes');
  const { me, school_id } = useSession();
  const format = useFormatter();
  const today = format.dateTime(useNow(), { weekday: 'long', day: 'numeric', month: 'long' });
  const schools = useApi(listDistrictSchools, {});
  return (
    <>
      <PageHeader
        title={today}
        description={t('greeting', { name: me.user.given_name })}
        actions={
          mayOpen(pages.districtTemplates, me) && (
            <LinkButton
              href={`${paths.districtTemplates()}?open=new${school_id ? `&schools=${school_id}` : ''}`}
              icon={<Send aria-hidden />}
            >
              {t('pushTemplates')}
            </LinkButton>
          )
        }
      />
      <div className="mt-8 grid gap-10">
        <RegionBody reply={schools}>{({ data }) => <Schools rows={data} />}</RegionBody>
      </div>
    </>
  );
}

function Schools({ rows }: { rows: DistrictSchool[] }) {
  const [only, ...others] = rows;
  return (
    <>
      {only && <OverviewFigures rows={rows} />}
      {only && (others.length === 0 ? <SchoolSheet school={only} /> : <SchoolsCompared rows={rows} />)}
      <div className="grid gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <SetUp schools={rows} />
        <Terms />
      </div>
    </>
  );
}
