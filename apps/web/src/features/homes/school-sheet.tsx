'use client';
import type { DistrictSchool } from '@k12/contracts/identity/district';
import { CoverageMeasure } from '@k12/contracts/planning/coverage';
import { Button } from '@k12/ui/button';
import { List, ListRow } from '@k12/ui/list-row';
import { Progress } from '@k12/ui/progress';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { CoverageFigure } from './coverage-figure.tsx';
import { CoverageFilters } from './coverage-filters.tsx';
import { useGradeRange } from './grade-range.ts';
import { useCoverage } from './use-coverage.ts';

/** One school: how far its plans reach into the standards, and the ways on from here. */
export function SchoolSheet({ school }: { school: DistrictSchool }) {
  const t = useTranslations('homes');
  const grades = useGradeRange()(school);
  const heading = useId();
  const { me, chooseSchool } = useSession();
  return (
    <section aria-labelledby={heading}>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id={heading} className="text-heading font-semibold">
          <bdi>{school.name}</bdi>
        </h2>
        <span className="text-ink-3">{grades}</span>
        {me.schools.length > 1 && (
          <Button
            size="small"
            variant="quiet"
            icon={<ArrowLeft className="rtl:rotate-180" aria-hidden />}
            onClick={() => chooseSchool(null)}
          >
            {t('allSchools')}
          </Button>
        )}
      </div>
      <div className="grid items-start gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Coverage school={school} />
        <WaysOn school={school} />
      </div>
    </section>
  );
}

function Coverage({ school }: { school: DistrictSchool }) {
  const t = useTranslations('homes.coverage');
  const { reply, framework } = useCoverage();
  return (
    <div>
      <CoverageFilters framework={framework} />
      <RegionBody reply={reply}>
        {({ data }) => {
          const of = data.find(({ school_id }) => school_id === school.id);
          if (!of || of.denominator === 0) return <p className="text-ink-2">{t('noneHere')}</p>;
          return (
            <ul className="grid gap-4">
              {CoverageMeasure.options.map((one) => (
                <li key={one} className="grid gap-2">
                  <Progress
                    label={t(`of.${one}`)}
                    value={of[one]}
                    max={of.denominator}
                    valueText={t('countOf', { count: of[one], total: of.denominator })}
                  />
                  <span>
                    <CoverageFigure of={of} measure={one} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </RegionBody>
    </div>
  );
}

function WaysOn({ school: { id } }: { school: DistrictSchool }) {
  const t = useTranslations('homes');
  const { me } = useSession();
  const ways = [
    { key: 'people', href: `${paths.adminUsers()}?school_id=${id}` },
    { key: 'coverage', href: paths.standardsCoverage() },
    { key: 'record', href: `${paths.adminSchools()}?open=${id}` },
    { key: 'changes', href: paths.adminAuditLog() },
  ] as const;
  const open = ways.filter(({ href }) => {
    const page = findPage(href.split('?')[0] ?? '');
    return page !== undefined && mayOpen(page, me);
  });
  return (
    <List framed label={t('ways.title')}>
      {open.map(({ key, href }) => (
        <ListRow key={key} href={href} title={t(`ways.${key}`)} />
      ))}
    </List>
  );
}
