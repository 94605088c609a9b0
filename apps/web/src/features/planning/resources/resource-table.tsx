'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { Ago } from '../ago.tsx';
import { carry } from './carried.ts';
import { FormatIcon } from './format-icon.tsx';
import { HealthBadge } from './health-badge.tsx';
import { useResourceLine } from './resource-words.ts';

const BulkActions = dynamic(
  loaded(() => import('./bulk-actions.tsx').then((module) => module.BulkActions)),
  { loading: nothingYet },
);

interface Props {
  resources: Resource[];
  onOpen: (resource: Resource) => void;
  isBin: boolean;
}

export function ResourceTable({ resources, onOpen, isBin }: Props) {
  const t = useTranslations('planning-resources');
  // What is in the bin is taken out first, then opened.
  const columns = useColumns(isBin ? null : onOpen);
  const { write } = useAddress();
  const sort = useSearchParams().get('sort') === 'title' ? 'title' : '-updated_at';
  const [selected, setSelected] = useState<string[]>([]);
  const chosen = resources.filter(({ id }) => selected.includes(id));
  return (
    <DataTable
      label={t('title')}
      rows={resources}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ title }) => title}
      onOpenRow={isBin ? undefined : onOpen}
      onPeekRow={isBin ? undefined : onOpen}
      selectable
      selectedKeys={selected}
      onSelectedKeysChange={setSelected}
      bulkActions={<BulkActions resources={chosen} isBin={isBin} onDone={() => setSelected([])} />}
      sort={{ key: sort.replace('-', ''), direction: sort.startsWith('-') ? 'desc' : 'asc' }}
      onSortChange={(next) => write({ sort: next?.key === 'title' ? 'title' : null })}
    />
  );
}

function useColumns(onOpen: Props['onOpen'] | null): DataColumn<Resource>[] {
  const t = useTranslations('planning-resources');
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('columns.title'),
        primary: true,
        cell: (resource) => <Name resource={resource} onOpen={onOpen} />,
        sortValue: (resource) => resource.title,
      },
      {
        key: 'usage',
        header: t('columns.usage'),
        align: 'end',
        cell: ({ usage_count }) => (usage_count > 0 ? usage_count : <span className="text-ink-3">–</span>),
      },
      {
        key: 'visibility',
        header: t('columns.visibility'),
        cell: ({ visibility }) => <span className="whitespace-nowrap">{t(`visibility.${visibility}`)}</span>,
        wideOnly: true,
      },
      {
        key: 'owner',
        header: t('columns.owner'),
        cell: ({ owner }) => <bdi>{owner.display_name}</bdi>,
        wideOnly: true,
      },
      {
        key: 'updated_at',
        header: t('columns.updated'),
        cell: (resource) => <Ago at={resource.deleted_at ?? resource.updated_at} />,
        sortValue: (resource) => resource.updated_at,
      },
    ],
    [t, onOpen],
  );
}

function Name({ resource, onOpen }: { resource: Resource; onOpen: Props['onOpen'] | null }) {
  const line = useResourceLine();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the bulk bar and the details move it without dragging
    <span
      draggable={resource.can.update}
      onDragStart={(event) => carry(event, [resource.id])}
      className="flex min-w-0 items-center gap-3 py-1"
    >
      <FormatIcon format={resource.format} />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {onOpen ? (
            <button
              type="button"
              onClick={() => onOpen(resource)}
              className="min-w-0 text-start font-medium [overflow-wrap:anywhere] hover:underline"
            >
              <bdi>{resource.title}</bdi>
            </button>
          ) : (
            <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{resource.title}</bdi>
          )}
          <HealthBadge health={resource.health} />
        </span>
        <span className="block text-small text-ink-3">{line(resource)}</span>
      </span>
    </span>
  );
}
