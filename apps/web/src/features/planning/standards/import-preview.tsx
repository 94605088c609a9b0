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
import { Pagination } from '@k12/ui/pagination';
import { SimpleTable } from '@k12/ui/simple-table';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useList } from '@/lib/api/list.ts';
import { RegionBody } from '@/shell/region.tsx';
import { CorrectRows } from './correct-rows.tsx';

const shown = ['added', 'changed', 'moved', 'retired', 'removed', 'unchanged', 'bad', 'notes'] as const;

interface Props {
  row: StandardImport;
  counts: ImportCounts;
  onMove: (id: string) => void;
}

/** How many of each, every fault with its place, and the rows to correct (PLN-76, UXP-38). */
export function ImportPreview({ row, counts, onMove }: Props) {
  const t = useTranslations('planning-standards.import');
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
      {row.can.correct && row.state !== 'cancelled' && <CorrectRows row={row} onMove={onMove} />}
      {counts.bad + counts.notes > 0 && (
        <>
          <Problems id={row.id} />
          <LinkButton
            href={`/api/v1${getImportProblemsTable.path.replace('{id}', row.id)}`}
            variant="quiet"
            icon={<Download aria-hidden />}
            className="w-fit"
          >
            {t('download')}
          </LinkButton>
        </>
      )}
    </div>
  );
}

function Problems({ id }: { id: string }) {
  const request = useMemo(() => ({ params: { id }, query: { limit: 100 } }), [id]);
  const problems = useList(listImportProblems, request);
  return (
    <RegionBody reply={problems}>
      {({ data, next_cursor }) => (
        <div>
          <ProblemTable rows={data} />
          <Pagination
            shown={data.length}
            hasMore={next_cursor !== null}
            loading={problems.loadingMore}
            onLoadMore={problems.loadMore}
          />
        </div>
      )}
    </RegionBody>
  );
}

function ProblemTable({ rows }: { rows: ImportProblem[] }) {
  const t = useTranslations('planning-standards.import');
  const placeOf = ({ line, place }: ImportProblem) => (line === null ? place : t('line', { line }));
  const columnOf = ({ column }: ImportProblem) =>
    column && t.has(`fields.${column}`) ? t(`fields.${column}`) : column;
  const wordsOf = ({ code, detail }: ImportProblem) =>
    t.has(`faults.${code}`) ? t(`faults.${code}`) : detail;
  return (
    <SimpleTable<ImportProblem>
      label={t('problems')}
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'place',
          header: t('place'),
          cell: (row) => [placeOf(row), columnOf(row)].filter(Boolean).join(' · '),
        },
        {
          key: 'severity',
          header: t('kind'),
          cell: ({ severity }) => (
            <Badge tone={severity === 'error' ? 'bad' : 'neutral'}>{t(`severity.${severity}`)}</Badge>
          ),
        },
        { key: 'detail', header: t('problem'), cell: wordsOf },
        {
          key: 'value',
          header: t('value'),
          cell: ({ value }) => <span className="[overflow-wrap:anywhere]">{value}</span>,
        },
      ]}
    />
  );
}
