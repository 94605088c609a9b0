'use client';
import {
  getImportProblemsTable,
  type ImportCounts,
  type ImportProblem,
  listImportProblems,
  type StandardImport,
} from '@k12/contracts/planning/standard-imports';
import { Badge } from '@k12/ui/badge';
import { LinkButton } from '@k12/ui/link-button';
import { SimpleTable } from '@k12/ui/simple-table';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

const shown = ['added', 'changed', 'moved', 'retired', 'removed', 'unchanged', 'bad', 'notes'] as const;

/** How many of each, and every fault with its place (PLN-76). */
export function ImportPreview({ row, counts }: { row: StandardImport; counts: ImportCounts }) {
  const t = useTranslations('planning-standards.import');
  const problems = useApi(listImportProblems, { params: { id: row.id }, query: { limit: 100 } });
  return (
    <div className="mt-4 grid gap-4">
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-4 laptop:grid-cols-8">
        {shown.map((name) => (
          <div key={name} className="rounded-card border border-line bg-paper px-3 py-2">
            <dt className="text-mini text-ink-2">{t(`counts.${name}`)}</dt>
            <dd
              className={
                name === 'bad' && counts.bad > 0
                  ? 'text-large font-semibold text-bad tabular-nums'
                  : 'text-large font-semibold tabular-nums'
              }
            >
              {counts[name]}
            </dd>
          </div>
        ))}
      </dl>
      {counts.bad + counts.notes > 0 && (
        <>
          <LinkButton
            href={`/api/v1${getImportProblemsTable.path.replace('{id}', row.id)}`}
            icon={<Download aria-hidden />}
            className="w-fit"
          >
            {t('download')}
          </LinkButton>
          <RegionBody reply={problems}>{({ data }) => <Problems rows={data} />}</RegionBody>
        </>
      )}
    </div>
  );
}

function Problems({ rows }: { rows: ImportProblem[] }) {
  const t = useTranslations('planning-standards.import');
  return (
    <SimpleTable<ImportProblem>
      label={t('problems')}
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'place',
          header: t('place'),
          cell: ({ place, column }) => [place, column].filter(Boolean).join(', '),
        },
        {
          key: 'severity',
          header: t('kind'),
          cell: ({ severity }) => (
            <Badge tone={severity === 'error' ? 'bad' : 'neutral'}>{t(`severity.${severity}`)}</Badge>
          ),
        },
        { key: 'detail', header: t('problem'), cell: ({ detail }) => detail },
        {
          key: 'value',
          header: t('value'),
          cell: ({ value }) => <span className="[overflow-wrap:anywhere]">{value}</span>,
        },
      ]}
    />
  );
}
