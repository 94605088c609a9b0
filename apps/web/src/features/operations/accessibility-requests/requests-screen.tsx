'use client';
import {
  type AccessibilityRequest,
  AccessibilityRequestState,
  listAccessibilityRequests,
} from '@k12/contracts/operations/accessibility-requests';
import { Button } from '@k12/ui/button';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { StatusBadge } from '@k12/ui/status-badge';
import { HeartHandshake } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { RequestDrawer } from './request-drawer.tsx';

export function RequestsScreen() {
  const t = useTranslations('accessibility');
  const { read, write } = useAddress();
  const state = AccessibilityRequestState.options.find((value) => value === read('state'));
  const request = useMemo(() => ({ query: state ? { state } : {} }), [state]);
  const requests = useList(listAccessibilityRequests, request);
  const columns = useColumns();
  const opened = requests.data?.data.find(({ id }) => id === read('open'));
  const empty = state ? (
    <EmptyState
      icon={<HeartHandshake aria-hidden />}
      title={t('nothingTitle')}
      action={<Button onClick={() => write({ state: null })}>{t('clear')}</Button>}
    >
      {t('emptyText')}
    </EmptyState>
  ) : (
    <EmptyState icon={<HeartHandshake aria-hidden />} title={t('emptyTitle')}>
      {t('emptyText')}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t('listTitle')} description={t('listLead')} />
      <search aria-label={t('filters')} className="my-5 flex">
        <AddressSelect
          name="state"
          label={t('state')}
          all={t('allStates')}
          options={AccessibilityRequestState.options.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </search>
      <RegionBody reply={requests}>
        {({ data, next_cursor }) => (
          <>
            <DataTable
              label={t('listTitle')}
              rows={data}
              columns={columns}
              rowKey={({ id }) => id}
              rowName={({ reference }) => reference}
              onOpenRow={({ id }) => write({ open: id })}
              empty={empty}
            />
            {data.length > 0 && (
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={requests.loadingMore}
                onLoadMore={requests.loadMore}
              />
            )}
          </>
        )}
      </RegionBody>
      {opened && <RequestDrawer request={opened} onClose={() => write({ open: null })} />}
    </>
  );
}

function useColumns(): DataColumn<AccessibilityRequest>[] {
  const t = useTranslations('accessibility');
  const dates = useDates();
  return [
    {
      key: 'message',
      header: t('listTitle'),
      primary: true,
      cell: ({ message }) => (
        <span dir="auto" className="line-clamp-2">
          {message}
        </span>
      ),
    },
    { key: 'reference', header: t('reference'), cell: ({ reference }) => <bdi>{reference}</bdi> },
    { key: 'place', header: t('place'), cell: ({ place }) => <bdi>{place ?? t('noPlace')}</bdi> },
    { key: 'written', header: t('written'), cell: ({ created_at }) => dates.instant(created_at) },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => (
        <StatusBadge status={state === 'open' ? 'planned' : 'done'}>{t(`states.${state}`)}</StatusBadge>
      ),
    },
  ];
}
