'use client';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { DataTable } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { DocEntry } from './entry.tsx';

type Bed = {
  id: string;
  name: string;
  rows: number;
  keeper: string;
  state: 'published' | 'draft' | 'in_review';
};

const words = { published: 'Published', draft: 'Draft', in_review: 'In review' };
const keepers = ['Thandi Mbeki', 'Jan Kowalski', 'Layla Haddad', 'Wei-Lin Chen'];
const states = ['published', 'draft', 'in_review'] as const;

function beds(count: number): Bed[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `bed-${index + 1}`,
    name: `Bed ${index + 1}`,
    rows: (index * 7) % 31,
    keeper: keepers[index % keepers.length] ?? '',
    state: states[index % states.length] ?? 'draft',
  }));
}

const columns = [
  {
    key: 'name',
    header: 'Bed',
    cell: (bed: Bed) => bed.name,
    sortValue: (bed: Bed) => bed.name,
    primary: true,
  },
  { key: 'keeper', header: 'Keeper', cell: (bed: Bed) => bed.keeper, sortValue: (bed: Bed) => bed.keeper },
  {
    key: 'state',
    header: 'State',
    cell: (bed: Bed) => <StatusBadge status={bed.state}>{words[bed.state]}</StatusBadge>,
  },
  {
    key: 'rows',
    header: 'Rows',
    note: 'planted',
    cell: (bed: Bed) => bed.rows || '–',
    sortValue: (bed: Bed) => bed.rows,
    align: 'end' as const,
    width: '6rem',
  },
];

const few = beds(6);
const many = beds(400);
const shared = { columns, rowKey: (bed: Bed) => bed.id, rowName: (bed: Bed) => bed.name };

function Selectable() {
  const [opened, setOpened] = useState('');
  return (
    <div className="grid gap-2">
      <DataTable
        {...shared}
        label="Beds"
        rows={few}
        selectable
        bulkActions={<Button size="small">Archive</Button>}
        onOpenRow={(bed) => setOpened(bed.name)}
      />
      <p role="status" className="text-small text-ink-3">
        {opened && `Opened ${opened}`}
      </p>
    </div>
  );
}

function Long() {
  return (
    <div className="[&_[class*=max-h]]:max-h-72">
      <DataTable {...shared} label="All beds" rows={many} defaultSort={{ key: 'name', direction: 'asc' }} />
    </div>
  );
}

function Loading() {
  return <DataTable {...shared} label="Beds being loaded" rows={[]} loading skeletonRows={3} />;
}

function Empty() {
  return (
    <DataTable
      {...shared}
      label="No beds"
      rows={[]}
      empty={
        <EmptyState level={3} title="No beds yet">
          Beds you make appear here.
        </EmptyState>
      }
    />
  );
}

export const dataTableDocs: DocEntry = {
  name: 'data-table',
  title: 'Data table',
  group: 'Grids',
  purpose: 'Many alike things, to compare, sort and act on. On phones each row is a card.',
  anatomy: [
    'Head that stays and sorts',
    'Rows, virtual past fifty',
    'Check boxes and the bar for what is selected',
    'Skeleton and empty state',
  ],
  states: ['loading', 'empty', 'rows', 'sorted', 'selected'],
  keyboard: [
    ['Up, Down, j and k', 'move between rows'],
    ['x', 'selects, with Shift a range'],
    ['Enter', 'opens'],
    ['Space', 'peeks'],
    ['Home and End', 'first and last row'],
  ],
  speech: '“Beds, grid, 7 rows. Bed 1, row 2, selected”.',
  does: ['Mark the column that names the row as primary', 'Align numbers at the end'],
  donts: ['Put more than seven columns in it', 'Page by number'],
  examples: [
    { title: 'Sort and select', Example: Selectable },
    { title: 'Four hundred rows', Example: Long },
    { title: 'Loading', Example: Loading },
    { title: 'Empty', Example: Empty },
  ],
};
