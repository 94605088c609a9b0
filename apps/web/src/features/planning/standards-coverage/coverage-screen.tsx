'use client';
import { CoverageColumns, CoverageMeasure, getCoverageTable } from '@k12/contracts/planning/coverage';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SelectField } from '@k12/ui/select-field';
import { Switch } from '@k12/ui/switch';
import { Download } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanTabs } from '../plan-tabs.tsx';
import { Comparison } from './comparison.tsx';
import { type CoverageWords, coverageViews, everyGrade, readCoverageView } from './coverage-view.ts';
import { GapLists } from './gap-lists.tsx';
import { HeatMapView } from './heat-map-view.tsx';
import { OftenTaught } from './often-taught.tsx';
import { Progression } from './progression.tsx';

/** Which standards are planned, taught and assessed; every choice is in the address. */
export function CoverageScreen() {
  const t = useTranslations('planning-standards.coverage');
  const params = useSearchParams();
  const { write } = useAddress();
  const frameworks = useApi(listFrameworks, { query: { limit: 200 } });
  const words = Object.fromEntries(params);
  const shown = readCoverageView(words, frameworks.data?.data.find((row) => row.standards_count > 0)?.id);
  const { scope, view } = shown;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        actions={scope && <Export scope={scope} columns={shown.columns} />}
      />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <RegionBody reply={frameworks}>
        {({ data }) =>
          scope === null ? (
            <EmptyState title={t('noFramework')}>{t('noFrameworkText')}</EmptyState>
          ) : (
            <>
              <Filters
                frameworks={data.map(({ id, title }) => ({ value: id, label: title }))}
                chosen={scope.framework_id}
                hasColumns={view === 'map'}
              />
              <div className="my-4 flex flex-wrap items-center gap-3">
                <SegmentedControl
                  label={t('view')}
                  value={view}
                  onValueChange={(next) => write({ view: next })}
                  options={coverageViews.map((value) => ({ value, label: t(`views.${value}`) }))}
                />
                {view === 'map' && (
                  <SegmentedControl
                    label={t('measure')}
                    value={shown.measure}
                    onValueChange={(measure) => write({ measure })}
                    options={CoverageMeasure.options.map((value) => ({
                      value,
                      label: t(`measures.${value}`),
                    }))}
                  />
                )}
              </div>
              {view === 'map' && (
                <HeatMapView scope={scope} columns={shown.columns} measure={shown.measure} />
              )}
              {view === 'gaps' && <GapLists scope={scope} />}
              {view === 'often' && <OftenTaught scope={scope} />}
              {view === 'progression' && <Progression scope={scope} />}
              {view === 'compare' && <Comparison scope={scope} />}
            </>
          )
        }
      </RegionBody>
    </>
  );
}

interface FiltersProps {
  frameworks: { value: string; label: string }[];
  chosen: string;
  hasColumns: boolean;
}

function Filters({ frameworks, chosen, hasColumns }: FiltersProps) {
  const t = useTranslations('planning-standards.coverage');
  const gradeWords = useGradeWords();
  const { read, write } = useAddress();
  return (
    <div className="grid grid-cols-2 items-center gap-2 tablet:grid-cols-[minmax(0,22rem)_repeat(2,12rem)_max-content]">
      <div className="col-span-full tablet:col-span-1">
        <SelectField
          label={t('framework')}
          hideLabel
          value={chosen}
          onValueChange={(framework) => write({ framework, branch: null })}
          options={frameworks}
        />
      </div>
      {hasColumns && (
        <SelectField
          label={t('columns')}
          hideLabel
          value={read('columns') || 'course'}
          onValueChange={(columns) => write({ columns })}
          options={CoverageColumns.options.map((value) => ({ value, label: t(`columnsBy.${value}`) }))}
        />
      )}
      <AddressSelect
        name="grade_level"
        label={t('grade')}
        all={t('taughtGrades')}
        options={[
          { value: everyGrade, label: t('allGrades') },
          ...gradeLevels.map((value) => ({ value, label: gradeWords([value]) })),
        ]}
      />
      <Switch
        label={t('drafts')}
        checked={read('include_drafts') === 'true'}
        onCheckedChange={(on) => write({ include_drafts: on ? 'true' : null })}
      />
    </div>
  );
}

function Export({ scope, columns }: { scope: CoverageWords; columns: string }) {
  const t = useTranslations('planning-standards.coverage');
  const query = new URLSearchParams({ ...scope, columns });
  return (
    <LinkButton href={`/api/v1${getCoverageTable.path}?${query}`} icon={<Download aria-hidden />}>
      {t('export')}
    </LinkButton>
  );
}
