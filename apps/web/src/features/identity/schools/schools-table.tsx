'use client';
import type { School } from '@k12/contracts/identity/schools';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { SchoolActions } from './school-actions.tsx';

interface Props {
  rows: School[];
  onOpen: (school: School) => void;
  empty: ReactNode;
}

export function SchoolsTable({ rows, onOpen, empty }: Props) {
  const t = useTranslations('schools');
  const columns = useMemo<DataColumn<School>[]>(
    () => [
      {
        key: 'name',
        header: t('name'),
        primary: true,
        cell: (row) => <bdi>{row.name}</bdi>,
        sortValue: (row) => row.name,
      },
      { key: 'code', header: t('code'), cell: (row) => row.code, sortValue: (row) => row.code },
      { key: 'grades', header: t('grades'), cell: gradeRange },
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
      { key: 'state', header: t('state'), cell: (row) => <State school={row} /> },
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
      onOpenRow={onOpen}
      empty={empty}
    />
  );
}

function State({ school }: { school: School }) {
  const t = useTranslations('schools');
  return (
    <span className="flex items-center justify-between gap-2">
      <StatusBadge status={school.state === 'active' ? 'published' : 'archived'}>
        {t(`states.${school.state}`)}
      </StatusBadge>
      <SchoolActions school={school} />
    </span>
  );
}

function gradeRange({ lowest_grade, highest_grade }: School): string {
  return [lowest_grade, highest_grade].filter(Boolean).join('–');
}
