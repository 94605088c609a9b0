'use client';
import {
  type CoverageColumns,
  type CoverageMeasure,
  type CoverageReport,
  getStandardsCoverage,
} from '@k12/contracts/planning/coverage';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { CellDrawer } from './cell-drawer.tsx';
import type { CoverageWords } from './coverage-view.ts';
import { HeatMap } from './heat-map.tsx';

interface Props {
  scope: CoverageWords;
  columns: CoverageColumns;
  measure: CoverageMeasure;
}

/** The map with its way back up, its totals, and what is behind the cell that was pressed. */
export function HeatMapView({ scope, columns, measure }: Props) {
  const report = useApi(getStandardsCoverage, { query: { ...scope, columns } });
  const [cell, setCell] = useState<{ standard_id: string; code: string; column: string | null } | null>(null);
  const { write } = useAddress();
  return (
    <RegionBody reply={report}>
      {(data: CoverageReport) => (
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <Way report={data} />
          <Totals report={data} />
          {data.rows.length === 0 ? (
            <Nothing />
          ) : (
            <HeatMap
              report={withoutEmptyBranches(data)}
              measure={measure}
              onOpen={(id) => write({ branch: id })}
              onCell={setCell}
            />
          )}
          <Legend report={data} />
          {cell && <CellDrawer scope={scope} columns={columns} cell={cell} onClose={() => setCell(null)} />}
        </div>
      )}
    </RegionBody>
  );
}

/** A branch with nothing that counts, such as a grade that is not taught here, only takes room. */
function withoutEmptyBranches(report: CoverageReport): CoverageReport {
  const rows = report.rows.filter(({ denominator, planned }) => denominator > 0 || planned > 0);
  return rows.length > 0 ? { ...report, rows } : report;
}

function Nothing() {
  const t = useTranslations('planning-standards.coverage');
  return <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>;
}

function Way({ report }: { report: CoverageReport }) {
  const t = useTranslations('planning-standards.coverage');
  const { write } = useAddress();
  if (report.breadcrumb.length === 0) return null;
  return (
    <nav aria-label={t('way')} className="flex flex-wrap items-center gap-1 text-body">
      <Button size="small" variant="quiet" onClick={() => write({ branch: null })}>
        {report.framework_title}
      </Button>
      {report.breadcrumb.map(({ id, code, statement }) => (
        <span key={id} className="flex min-w-0 items-center gap-1">
          <ChevronRight aria-hidden size={14} className="shrink-0 text-ink-3 rtl:-scale-x-100" />
          <Button size="small" variant="quiet" onClick={() => write({ branch: id })}>
            {code || statement.slice(0, 40)}
          </Button>
        </span>
      ))}
    </nav>
  );
}

function Totals({ report: { totals } }: { report: CoverageReport }) {
  const t = useTranslations('planning-standards.coverage');
  return (
    <dl className="grid grid-cols-3 gap-2">
      {(['planned', 'taught', 'assessed'] as const).map((measure) => (
        <div key={measure} className="rounded-card border border-line bg-raised p-3 tablet:px-4">
          <dt className="text-small text-ink-2">{t(`measures.${measure}`)}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2 text-heading font-semibold tabular-nums">
            {totals.denominator === 0
              ? t('notApplicable')
              : t('percent', { share: totals[measure] / totals.denominator })}
            <span className="text-small font-regular text-ink-3">
              {t('ofStandards', { count: totals[measure], all: totals.denominator })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Legend({ report }: { report: CoverageReport }) {
  const t = useTranslations('planning-standards.coverage');
  const dates = useDates();
  const { computed_at, from_on, to_on } = report;
  return (
    <p className="text-small text-ink-3">
      {t('legend')} {t('period', { from: dates.day(from_on), to: dates.day(to_on) })}{' '}
      {t('computed', { at: dates.instant(computed_at) })}
    </p>
  );
}
