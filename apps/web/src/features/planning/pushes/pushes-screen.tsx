'use client';
import { type CurriculumPush, listPushes } from '@k12/contracts/planning/pushes';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { SimpleTable } from '@k12/ui/simple-table';
import { StatusBadge } from '@k12/ui/status-badge';
import { Send } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { isId } from '@/lib/address-values.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';

const PushForm = dynamic(
  loaded(() => import('./push-form.tsx').then((module) => module.PushForm)),
  { loading: nothingYet },
);
const PushReport = dynamic(
  loaded(() => import('./push-report.tsx').then((module) => module.PushReport)),
  { loading: nothingYet },
);

const looks = { scheduled: 'planned', running: 'now', finished: 'done', recalled: 'archived' } as const;

/** What was handed down to schools, what became of it, and a new push (PLN-144, PLN-148). */
export function PushesScreen() {
  const t = useTranslations('planning-pushes');
  const { write } = useAddress();
  const params = useSearchParams();
  const open = params.get('open');
  const pushes = useList(listPushes, { query: {} });
  const add = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} icon={<Send aria-hidden />} onClick={() => write({ open: 'new' })}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={add('primary')} />
      <div className="mt-6">
        <RegionBody reply={pushes}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState icon={<Send aria-hidden />} title={t('emptyTitle')} action={add('secondary')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <PushTable rows={data} onOpen={(id) => write({ open: id })} />
            )
          }
        </RegionBody>
        {pushes.data?.next_cursor && (
          <More loading={pushes.loadingMore} onPress={() => void pushes.loadMore()} />
        )}
      </div>
      {open === 'new' && (
        <PushForm
          chosen={params.get('schools')?.split(',').filter(isId) ?? []}
          onClose={() => write({ open: null, schools: null })}
          onSent={(id) => write({ open: id, schools: null })}
        />
      )}
      {open && open !== 'new' && <PushReport id={open} onClose={() => write({ open: null })} />}
    </>
  );
}

function PushTable({ rows, onOpen }: { rows: readonly CurriculumPush[]; onOpen: (id: string) => void }) {
  const t = useTranslations('planning-pushes');
  const columns = [
    {
      key: 'title',
      header: t('what'),
      cell: (row: CurriculumPush) => (
        <button
          type="button"
          onClick={() => row.id && onOpen(row.id)}
          className="text-start font-semibold text-board underline-offset-2 hover:underline"
        >
          <bdi>{row.title}</bdi>
        </button>
      ),
    },
    { key: 'kind', header: t('kind'), cell: (row: CurriculumPush) => t(`kinds.${row.kind}`) },
    {
      key: 'state',
      header: t('state'),
      cell: (row: CurriculumPush) =>
        row.state !== 'dry_run' && (
          <StatusBadge status={looks[row.state]}>{t(`states.${row.state}`)}</StatusBadge>
        ),
    },
    {
      key: 'done',
      header: t('done'),
      align: 'end' as const,
      cell: (row: CurriculumPush) => t('doneOf', { done: row.counts.done, failed: row.counts.failed }),
    },
    {
      key: 'when',
      header: t('when'),
      cell: (row: CurriculumPush) => row.run_at && <Ago at={row.run_at} />,
    },
  ];
  return <SimpleTable label={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id ?? ''} />;
}

function More({ loading, onPress }: { loading: boolean; onPress: () => void }) {
  const t = useTranslations('common.ui');
  return (
    <Button className="mt-4" loading={loading} onClick={onPress}>
      {t('loadMore')}
    </Button>
  );
}
