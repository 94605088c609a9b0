'use client';
import { listSchools } from '@k12/contracts/identity/schools';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, withPage } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { AddressSelect } from '@/shell/address-select.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { SchoolDrawer } from './school-drawer.tsx';
import { SchoolsTable } from './schools-table.tsx';
import { readSchoolsView } from './schools-view.ts';

const SavedViews = dynamic(
  withPage(loaded(() => import('@/shell/saved-views.tsx').then((module) => module.SavedViews))),
);

/** Filters and the opened school are in the address (UXP-08): `?q=…&state=archived&open=<id or new>`. */
export function SchoolsScreen() {
  const t = useTranslations('schools');
  const { write } = useAddress();
  const params = useSearchParams();
  const request = useMemo(() => readSchoolsView(Object.fromEntries(params)), [params]);
  const schools = useList(listSchools, request);
  const isFiltered = Object.keys(request.query).length > 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={schools.data && t('summary', { count: schools.data.data.length })}
        actions={<AddSchool />}
      />
      <div className="my-5 grid gap-2 tablet:grid-cols-[minmax(0,24rem)_12rem]">
        <ListSearch label={t('search')} />
        <AddressSelect
          name="state"
          label={t('filterState')}
          all={t('allStates')}
          options={(['active', 'archived'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </div>
      <div className="mb-3">
        <SavedViews words={['q', 'state']} />
      </div>
      <RegionBody reply={schools}>
        {({ data }) => (
          <SchoolsTable
            rows={data}
            onOpen={(school) => write({ open: school.id })}
            empty={<NoSchools isFiltered={isFiltered} />}
          />
        )}
      </RegionBody>
      {schools.data?.next_cursor && <More loading={schools.loadingMore} onPress={schools.loadMore} />}
      <SchoolDrawer id={params.get('open')} rows={schools.data?.data} onClose={() => write({ open: null })} />
    </>
  );
}

function AddSchool() {
  const t = useTranslations('schools');
  const { me } = useSession();
  const { write } = useAddress();
  if (!('schools.create' in me.capabilities)) return null;
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => write({ open: 'new' })}>
      {t('add')}
    </Button>
  );
}

function NoSchools({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('schools');
  return (
    <EmptyState title={t(isFiltered ? 'noneTitle' : 'emptyTitle')} action={!isFiltered && <AddSchool />}>
      {t(isFiltered ? 'noneText' : 'emptyText')}
    </EmptyState>
  );
}

function More({ loading, onPress }: { loading: boolean; onPress: () => void }) {
  const t = useTranslations('common.ui');
  return (
    <Button className="mt-4" loading={loading} onClick={onPress}>
      {t('loadMore')}
    </Button>
  );
}
