'use client';
import type { DistrictSchool } from '@k12/contracts/identity/district';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useSession } from '@/lib/session-context.tsx';
import { CoverageFilters } from './coverage-filters.tsx';
import { SchoolTable } from './school-table.tsx';
import { useCoverage } from './use-coverage.ts';

/** Side by side; going into one chooses it for this tab, as the menu at the top does (IDN-09, UXP-07). */
export function SchoolsCompared({ rows }: { rows: DistrictSchool[] }) {
  const t = useTranslations('homes');
  const heading = useId();
  const { chooseSchool } = useSession();
  const { reply, measure, framework } = useCoverage();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-large font-semibold">
        {t('schoolsCompared')}
      </h2>
      <CoverageFilters framework={framework} measure={measure} />
      <SchoolTable
        rows={rows}
        coverage={reply.data}
        measure={measure}
        onOpen={({ id }) => chooseSchool(id)}
      />
    </section>
  );
}
