'use client';
import { type AuditEvent, listAuditEvents } from '@k12/contracts/operations/audit-log';
import { Button } from '@k12/ui/button';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { Download, ScrollText } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { useActionName } from './action-names.ts';
import { AuditEventDrawer } from './audit-event.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditQuery, viewWords } from './audit-query.ts';
import { ChainState } from './chain-state.tsx';
import { OutcomeBadge, useActorName, useTargetName } from './event-words.tsx';

const SavedViews = dynamic(
  withPage(loaded(() => import('@/shell/saved-views.tsx').then((module) => module.SavedViews))),
);

const ExportLog = dynamic(
  loaded(() => import('./export-log.tsx').then((module) => module.ExportLog)),
  { loading: nothingYet },
);

export function AuditScreen() {
  const t = useTranslations('audit');
  const { read, write } = useAddress();
  const request = useMemo(() => ({ query: auditQuery(read) }), [read]);
  const events = useList(listAuditEvents, request);
  const { me } = useSession();
  const [exporting, setExporting] = useState(false);
  const mayExport = me.capabilities['audit_log.export']?.includes('tenant');
  const opened = read('event');
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          mayExport && (
            <Button icon={<Download size={16} aria-hidden />} onClick={() => setExporting(true)}>
              {t('export.open')}
            </Button>
          )
        }
      />
      <ChainState />
      <AuditFilters isFiltered={Object.keys(request.query).length > 0} />
      <div className="mb-3">
        <SavedViews words={viewWords} />
      </div>
      <RegionBody reply={events}>
        {({ data, next_cursor }) => (
          <>
            <DataTable
              label={t('title')}
              rows={data}
              columns={columns}
              rowKey={(event) => event.id}
              rowName={(event) => event.action}
              onOpenRow={(event) => write({ event: event.id })}
              empty={
                <EmptyState icon={<ScrollText aria-hidden />} title={t('noneTitle')}>
                  {t('noneText')}
                </EmptyState>
              }
            />
            {data.length > 0 && (
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={events.loadingMore}
                onLoadMore={events.loadMore}
              />
            )}
          </>
        )}
      </RegionBody>
      {exporting && <ExportLog query={request.query} onClose={() => setExporting(false)} />}
      {opened && <AuditEventDrawer id={opened} onClose={() => write({ event: null })} />}
    </>
  );
}

function useColumns(): DataColumn<AuditEvent>[] {
  const t = useTranslations('audit');
  const dates = useDates();
  const actionName = useActionName();
  const actorName = useActorName();
  const targetName = useTargetName();
  return [
    {
      key: 'action',
      header: t('what'),
      primary: true,
      cell: (event) => <span className="text-ink">{actionName(event.action)}</span>,
    },
    { key: 'actor', header: t('who'), cell: (event) => <bdi>{actorName(event)}</bdi> },
    { key: 'target', header: t('target'), cell: (event) => <bdi>{targetName(event) ?? '–'}</bdi> },
    {
      key: 'when',
      header: t('when'),
      cell: (event) => (
        <span className="whitespace-nowrap tabular-nums">{dates.instant(event.occurred_at)}</span>
      ),
    },
    { key: 'reason', header: t('reason'), wideOnly: true, cell: (event) => event.reason ?? '–' },
    { key: 'outcome', header: t('outcome'), cell: (event) => <OutcomeBadge outcome={event.outcome} /> },
  ];
}
