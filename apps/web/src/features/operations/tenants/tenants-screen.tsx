'use client';
import { listTenants, TenantState as States, type Tenant } from '@k12/contracts/identity/tenants';
import { Button } from '@k12/ui/button';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { EmptyState } from '@k12/ui/empty-state';
import { TextLink } from '@k12/ui/link';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { Building2, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { TenantState } from './tenant-state.tsx';

const TenantForm = dynamic(
  loaded(() => import('./tenant-form.tsx').then((module) => module.TenantForm)),
  { loading: nothingYet },
);

/** The organisations of this installation: what they are and how large, nobody's records (IDN-01). */
export function TenantsScreen() {
  const t = useTranslations('operators');
  const router = useRouter();
  const { read, write } = useAddress();
  const state = States.options.find((value) => value === read('state'));
  const request = useMemo(() => ({ query: state ? { state } : {} }), [state]);
  const tenants = useList(listTenants, request);
  return (
    <>
      <PageHeader
        title={t('tenants')}
        description={t('tenantsLead')}
        actions={
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => write({ open: 'new' })}>
            {t('add')}
          </Button>
        }
      />
      <search aria-label={t('filter')} className="my-5 flex">
        <AddressSelect
          name="state"
          label={t('state')}
          all={t('allStates')}
          options={States.options.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </search>
      <RegionBody reply={tenants}>
        {({ data, next_cursor }) => (
          <>
            <TenantsTable
              rows={data}
              onOpen={(tenant) => router.push(paths.adminTenant(tenant.id))}
              isFiltered={state !== undefined}
            />
            {data.length > 0 && (
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={tenants.loadingMore}
                onLoadMore={tenants.loadMore}
              />
            )}
          </>
        )}
      </RegionBody>
      {read('open') === 'new' && <TenantForm onClose={() => write({ open: null })} />}
    </>
  );
}

interface TableProps {
  rows: Tenant[];
  onOpen: (tenant: Tenant) => void;
  isFiltered: boolean;
}

function TenantsTable({ rows, onOpen, isFiltered }: TableProps) {
  const t = useTranslations('operators');
  return (
    <DataTable
      label={t('tenants')}
      rows={rows}
      columns={useColumns()}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      onOpenRow={onOpen}
      empty={
        <EmptyState icon={<Building2 aria-hidden />} title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}>
          {t(isFiltered ? 'noneText' : 'emptyText')}
        </EmptyState>
      }
    />
  );
}

function useColumns(): DataColumn<Tenant>[] {
  const t = useTranslations('operators');
  const format = useFormatter();
  const dates = useDates();
  return useMemo(() => {
    const figure = (key: 'schools_count' | 'users_count' | 'courses_count'): DataColumn<Tenant> => ({
      key,
      header: t(key),
      align: 'end',
      cell: (row) => format.number(row[key]),
    });
    return [
      {
        key: 'name',
        header: t('name'),
        primary: true,
        cell: (row) => (
          <TextLink href={paths.adminTenant(row.id)} className="text-ink no-underline hover:underline">
            <bdi>{row.name}</bdi> <span className="text-small font-regular text-ink-3">{row.slug}</span>
          </TextLink>
        ),
      },
      { key: 'state', header: t('state'), cell: (row) => <TenantState state={row.state} /> },
      figure('schools_count'),
      figure('users_count'),
      figure('courses_count'),
      { key: 'created', header: t('since'), cell: (row) => dates.day(row.created_at.slice(0, 10)) },
    ];
  }, [t, format, dates]);
}
