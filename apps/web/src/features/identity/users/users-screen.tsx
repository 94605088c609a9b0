'use client';
import { listUsers } from '@k12/contracts/identity/users';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { Plus, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { usePageActions } from '@/shell/page-actions.ts';
import { RegionBody } from '@/shell/region.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import { useBulk } from './use-bulk.ts';
import { UsersFilters, useClearFilters } from './users-filters.tsx';
import { usersQuery, viewWords } from './users-query.ts';
import { UsersTable } from './users-table.tsx';

const SavedViews = dynamic(
  withPage(loaded(() => import('@/shell/saved-views.tsx').then((module) => module.SavedViews))),
);

const PersonForm = dynamic(
  loaded(() => import('./person-form.tsx').then((module) => module.PersonForm)),
  { loading: nothingYet },
);

export function UsersScreen() {
  const t = useTranslations('people');
  const { me, school_id } = useSession();
  const { read } = useAddress();
  const [adding, setAdding] = useState(false);
  const [selected, setSelected] = useState<string[]>([]);
  const query = useMemo(() => usersQuery(read), [read]);
  const request = useMemo(() => ({ query }), [query]);
  const people = useList(listUsers, request);
  const bulk = useBulk(people.data?.data ?? [], setSelected);
  const selectAll = async () => setSelected((await people.loadAll()).map(({ id }) => id));
  const isFiltered = Object.keys(query).some((name) => name !== 'sort');
  const mayAdd = me.capabilities['users.create'] !== undefined;
  usePageActions(mayAdd ? [{ key: 'add', label: t('add'), run: () => setAdding(true) }] : []);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          mayAdd && (
            <>
              <Import />
              <Button variant="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            </>
          )
        }
      />
      <UsersFilters isFiltered={isFiltered} />
      <div className="mb-3">
        <SavedViews words={viewWords} />
      </div>
      <BulkOutcome bulk={bulk} />
      <RegionBody reply={people}>
        {({ data, next_cursor }) => (
          <>
            <UsersTable
              rows={data}
              selected={selected}
              onSelect={setSelected}
              bulkActions={<BulkActions bulk={bulk} selected={selected} />}
              allMatching={
                next_cursor === null ? undefined : { onSelect: selectAll, loading: people.loadingMore }
              }
              empty={<NoPeople isFiltered={isFiltered} onAdd={mayAdd ? () => setAdding(true) : undefined} />}
            />
            {data.length > 0 && (
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={people.loadingMore}
                onLoadMore={people.loadMore}
              />
            )}
          </>
        )}
      </RegionBody>
      {adding && <PersonForm school_id={query.school_id ?? school_id} onClose={() => setAdding(false)} />}
    </>
  );
}

/** Many at once come from a table; offered to whoever may add them one by one and run imports. */
function Import() {
  const t = useTranslations('people');
  const { me } = useSession();
  if (me.capabilities['imports.run'] === undefined) return null;
  return <LinkButton href={paths.adminUserImport()}>{t('import')}</LinkButton>;
}

interface NoPeopleProps {
  isFiltered: boolean;
  /** Absent for whoever may not add people. */
  onAdd: (() => void) | undefined;
}

function NoPeople({ isFiltered, onAdd }: NoPeopleProps) {
  const t = useTranslations('people');
  const clear = useClearFilters();
  const action = isFiltered ? (
    <Button onClick={clear}>{t('clearFilters')}</Button>
  ) : (
    onAdd && (
      <span className="flex flex-wrap justify-center gap-2">
        <Import />
        <Button onClick={onAdd}>{t('add')}</Button>
      </span>
    )
  );
  return (
    <EmptyState
      icon={<Users aria-hidden />}
      title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}
      action={action}
    >
      {t(isFiltered ? 'noneText' : 'emptyText')}
    </EmptyState>
  );
}
