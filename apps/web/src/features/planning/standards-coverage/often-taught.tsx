'use client';
import { getOverTaught } from '@k12/contracts/planning/coverage';
import { EmptyState } from '@k12/ui/empty-state';
import { Link } from '@k12/ui/link';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { CoverageWords } from './coverage-view.ts';

/** Standards that more units work on than their neighbours, with the units (PLN-98). */
export function OftenTaught({ scope }: { scope: CoverageWords }) {
  const t = useTranslations('planning-standards.coverage');
  const reply = useApi(getOverTaught, { query: scope });
  return (
    <RegionBody reply={reply}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title={t('noneOften')}>{t('noneOftenText')}</EmptyState>
        ) : (
          <SimpleTable
            label={t('views.often')}
            rows={data}
            rowKey={({ standard }) => standard.id}
            columns={[
              {
                key: 'standard',
                header: t('standard'),
                cell: ({ standard }) => `${standard.code} ${standard.statement}`,
              },
              { key: 'units', header: t('units'), align: 'end', cell: ({ units_count }) => units_count },
              {
                key: 'median',
                header: t('median'),
                align: 'end',
                cell: ({ branch_median }) => branch_median,
              },
              {
                key: 'which',
                header: t('which'),
                cell: ({ units, hidden_count }) => (
                  <span className="flex flex-wrap gap-x-3">
                    {units.map(({ plan_id, title }) => (
                      <Link key={plan_id} href={paths.planUnit(plan_id)}>
                        {title}
                      </Link>
                    ))}
                    {hidden_count > 0 && (
                      <span className="text-ink-3">{t('hidden', { count: hidden_count })}</span>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </RegionBody>
  );
}
