'use client';
import { archiveSchool, listSchools, restoreSchool, type School } from '@k12/contracts/identity/schools';
import { Button } from '@k12/ui/button';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { StatusBadge } from '@k12/ui/status-badge';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { SchoolForm } from './school-form.tsx';

export function SchoolsScreen() {
  const t = useTranslations('schools');
  const { me } = useSession();
  const [q, setQ] = useState('');
  const [editing, setEditing] = useState<School | 'new' | null>(null);
  const words = useDeferredValue(q.trim());
  const schools = useApi(listSchools, { query: words ? { q: words } : {} });
  const mayAdd = me.capabilities['schools.create'] !== undefined;
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={schools.data && t('summary', { count: schools.data.data.length })}
        actions={mayAdd && add}
      />
      <div className="my-4 max-w-form">
        <TextField
          label={t('search')}
          hideLabel
          type="search"
          icon={<Search size={16} />}
          placeholder={t('search')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <RegionBody reply={schools}>
        {({ data }) => (
          <SchoolsTable rows={data} onOpen={setEditing} empty={<NoSchools searching={words !== ''} />} />
        )}
      </RegionBody>
      {editing && <SchoolForm school={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function NoSchools({ searching }: { searching: boolean }) {
  const t = useTranslations('schools');
  return (
    <EmptyState title={t(searching ? 'noneTitle' : 'emptyTitle')}>
      {t(searching ? 'noneText' : 'emptyText')}
    </EmptyState>
  );
}

interface TableProps {
  rows: School[];
  onOpen: (school: School) => void;
  empty: React.ReactNode;
}

function SchoolsTable({ rows, onOpen, empty }: TableProps) {
  const t = useTranslations('schools');
  const columns = useMemo<DataColumn<School>[]>(
    () => [
      {
        key: 'name',
        header: t('name'),
        primary: true,
        cell: (row) => row.name,
        sortValue: (row) => row.name,
      },
      { key: 'code', header: t('code'), cell: (row) => row.code, sortValue: (row) => row.code },
      { key: 'grades', header: t('grades'), cell: (row) => gradeRange(row) },
      {
        key: 'students',
        header: t('students'),
        align: 'end',
        cell: (row) => row.students_count,
        sortValue: (row) => row.students_count,
      },
      {
        key: 'staff',
        header: t('staff'),
        align: 'end',
        cell: (row) => row.staff_count,
        sortValue: (row) => row.staff_count,
      },
      { key: 'time_zone', header: t('timeZone'), cell: (row) => row.time_zone, wideOnly: true },
      { key: 'state', header: t('state'), cell: (row) => <SchoolState school={row} /> },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      onOpenRow={(row) => row.can.update && onOpen(row)}
      empty={empty}
    />
  );
}

function SchoolState({ school }: { school: School }) {
  const t = useTranslations('schools');
  const tc = useTranslations('common');
  const toast = useToast();
  const archive = useChange(archiveSchool);
  const restore = useChange(restoreSchool);
  const params = { id: school.id };
  const archiveWithUndo = async () => {
    await archive({ params });
    toast.show({
      message: t('archived', { name: school.name }),
      action: { label: tc('undo'), onPress: () => restore({ params }) },
    });
  };
  return (
    <span className="flex items-center justify-between gap-2">
      <StatusBadge status={school.state === 'active' ? 'published' : 'archived'}>
        {t(`states.${school.state}`)}
      </StatusBadge>
      {school.can.archive && (
        <Button size="small" variant="quiet" onClick={archiveWithUndo}>
          {t('archive')}
        </Button>
      )}
      {school.can.restore && (
        <Button size="small" variant="quiet" onClick={() => restore({ params })}>
          {t('restore')}
        </Button>
      )}
    </span>
  );
}

function gradeRange({ lowest_grade, highest_grade }: School): string {
  return [lowest_grade, highest_grade].filter(Boolean).join('–');
}
