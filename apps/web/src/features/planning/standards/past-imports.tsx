'use client';
import { listImports, type StandardImport } from '@k12/contracts/planning/standard-imports';
import { List, ListRow } from '@k12/ui/list-row';
import { Pagination } from '@k12/ui/pagination';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';

const newest = { query: { limit: 10 } };

const statuses = {
  waiting: 'in_review',
  reading: 'in_review',
  previewed: 'in_review',
  applying: 'in_review',
  applied: 'done',
  cancelled: 'archived',
  failed: 'failed',
} as const;

/** What came in and what is still waiting for an answer; each opens again as it was left (PLN-76). */
export function PastImports({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useTranslations('planning-standards.import');
  const imports = useList(listImports, newest);
  const rows = (imports.data?.data ?? []) as StandardImport[];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('past')} className="mt-8">
      <h2 className="mb-3 text-large font-semibold">{t('past')}</h2>
      <List framed label={t('past')}>
        {rows.map((row) => (
          <ImportRow key={row.id} row={row} onOpen={() => onOpen(row.id)} />
        ))}
      </List>
      {imports.data?.next_cursor && (
        <Pagination shown={rows.length} hasMore loading={imports.loadingMore} onLoadMore={imports.loadMore} />
      )}
    </section>
  );
}

const told = ['added', 'changed', 'moved', 'retired', 'removed', 'bad'] as const;

function ImportRow({ row, onOpen }: { row: StandardImport; onOpen: () => void }) {
  const t = useTranslations('planning-standards.import');
  const dates = useDates();
  const joined = useJoined();
  const { counts } = row;
  const changes = told.flatMap((name) =>
    counts && counts[name] > 0 ? [t(`told.${name}`, { count: counts[name] })] : [],
  );
  return (
    <ListRow
      title={<bdi>{row.title ?? row.file_name}</bdi>}
      description={
        <>
          {dates.instant(row.created_at)}
          {row.title && row.title !== row.file_name && (
            <>
              {' · '}
              <bdi>{row.file_name}</bdi>
            </>
          )}
          {changes.length > 0 && ` · ${joined(changes)}`}
        </>
      }
      onPress={onOpen}
      end={<StatusBadge status={statuses[row.state]}>{t(`states.${row.state}`)}</StatusBadge>}
    />
  );
}
