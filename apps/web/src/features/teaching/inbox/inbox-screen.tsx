'use client';
import { countInbox, type InboxRow, listInbox } from '@k12/contracts/teaching/inbox';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Inbox, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress, useTypedFilter } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { InboxStates } from './inbox-states.tsx';
import { inboxSorts, readInboxView, rowKey } from './inbox-view.ts';

const InboxTable = dynamic(
  withPage(loaded(() => import('./inbox-table.tsx').then((module) => module.InboxTable))),
);
const InboxActions = dynamic(
  loaded(() => import('./inbox-actions.tsx').then((module) => module.InboxActions)),
  { loading: nothingYet },
);

/** Work that waits, of all one's courses or of one (TCH-65, TCH-66). */
export function InboxScreen({ courseId }: { courseId?: string }) {
  const t = useTranslations('teaching-inbox');
  const params = useSearchParams();
  const view = useMemo(() => readInboxView(Object.fromEntries(params), courseId), [params, courseId]);
  const request = useMemo(() => ({ query: view.list }), [view]);
  const list = useList(listInbox, request);
  const counts = useApi(countInbox, { query: view.counts });
  const [selected, setSelected] = useState<string[]>([]);
  const rows = (list.data?.data ?? []) as InboxRow[];
  const refresh = () => {
    setSelected([]);
    void list.mutate();
    void counts.mutate();
  };
  return (
    <>
      <PageHeader {...(courseId && { look: 'work' as const })} title={t('title')} />
      <div className="mt-4 grid gap-4">
        <InboxStates counts={counts.data} />
        <Filters />
        <RegionBody reply={list}>
          {({ next_cursor }) => (
            <>
              <InboxTable
                rows={rows}
                selected={selected}
                onSelect={setSelected}
                withCourse={!courseId}
                bulkActions={
                  selected.length > 0 && (
                    <InboxActions
                      rows={rows.filter((row) => selected.includes(rowKey(row)))}
                      onDone={refresh}
                    />
                  )
                }
                empty={
                  <EmptyState icon={<Inbox aria-hidden />} title={t('emptyTitle')}>
                    {t('emptyText')}
                  </EmptyState>
                }
              />
              {rows.length > 0 && (
                <Pagination
                  shown={rows.length}
                  hasMore={next_cursor !== null}
                  loading={list.loadingMore}
                  onLoadMore={list.loadMore}
                />
              )}
            </>
          )}
        </RegionBody>
      </div>
    </>
  );
}

function Filters() {
  const t = useTranslations('teaching-inbox');
  const { read, write } = useAddress();
  const { typed, setTyped } = useTypedFilter('q');
  return (
    <div className="grid gap-3 tablet:grid-cols-[minmax(0,20rem)_12rem]">
      <TextField
        label={t('find')}
        hideLabel
        type="search"
        icon={<Search size={16} aria-hidden />}
        placeholder={t('find')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <SelectField
        label={t('sort')}
        hideLabel
        value={read('sort') || 'waiting'}
        onValueChange={(value) => write({ sort: value === 'waiting' ? null : value })}
        options={inboxSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      />
    </div>
  );
}
