'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { SubjectDot } from '@k12/ui/page-header';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { Ago } from '../ago.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanStateBadges } from '../plan-state.tsx';
import { hueOf } from '../subject-hue.ts';

const BulkActions = dynamic(
  loaded(() => import('./bulk-actions.tsx').then((module) => module.BulkActions)),
  { loading: nothingYet },
);

interface Props {
  units: UnitPlan[];
  onOpen: (unit: UnitPlan) => void;
  onPeek: (unit: UnitPlan) => void;
}

/** Titles and dates are sorted by the server: only it knows all of them. */
const sortable = ['title', 'updated_at'];

export function UnitTable({ units, onOpen, onPeek }: Props) {
  const t = useTranslations('planning-library');
  const columns = useColumns();
  const { write } = useAddress();
  const sort = useSearchParams().get('sort') ?? '-updated_at';
  const [selected, setSelected] = useState<string[]>([]);
  const chosen = units.filter(({ id }) => selected.includes(id));
  return (
    <DataTable
      label={t('title')}
      rows={units}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ title }) => title}
      onOpenRow={onOpen}
      onPeekRow={onPeek}
      selectable
      selectedKeys={selected}
      onSelectedKeysChange={setSelected}
      bulkActions={<BulkActions units={chosen} onDone={() => setSelected([])} />}
      sort={{ key: sort.replace('-', ''), direction: sort.startsWith('-') ? 'desc' : 'asc' }}
      onSortChange={(next) => {
        if (next && sortable.includes(next.key))
          write({ sort: `${next.direction === 'desc' ? '-' : ''}${next.key}` });
        else write({ sort: null });
      }}
    />
  );
}

function useColumns(): DataColumn<UnitPlan>[] {
  const t = useTranslations('planning-library');
  const grades = useGradeWords();
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('columns.title'),
        primary: true,
        cell: (unit) => <UnitName unit={unit} />,
        sortValue: (unit) => unit.title,
      },
      { key: 'grades', header: t('columns.grades'), cell: (unit) => grades(unit.grade_levels) },
      {
        key: 'state',
        header: t('columns.state'),
        cell: (unit) => (
          <span className="flex flex-wrap gap-1">
            <PlanStateBadges plan={unit} />
          </span>
        ),
      },
      {
        key: 'lessons',
        header: t('columns.lessons'),
        align: 'end',
        cell: (unit) => unit.lessons_count,
        wideOnly: true,
      },
      {
        key: 'owner',
        header: t('columns.owner'),
        cell: (unit) => <bdi>{unit.owner.display_name}</bdi>,
        wideOnly: true,
      },
      {
        key: 'updated_at',
        header: t('columns.updated'),
        cell: (unit) => <Ago at={unit.updated_at} />,
        sortValue: (unit) => unit.updated_at,
      },
    ],
    [t, grades],
  );
}

function UnitName({ unit }: { unit: UnitPlan }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <SubjectDot subject={hueOf(unit.subjects[0])} />
      <AppLink
        href={paths.planUnit(unit.id)}
        className="min-w-0 font-medium [overflow-wrap:anywhere] hover:underline"
      >
        <bdi>{unit.title}</bdi>
      </AppLink>
    </span>
  );
}
