'use client';
import { listPlannerPacks, type PlannerPackSummary } from '@k12/contracts/planning/pack-admin';
import { Button } from '@k12/ui/button';
import { PageHeader } from '@k12/ui/page-header';
import { SimpleTable } from '@k12/ui/simple-table';
import { StatusBadge } from '@k12/ui/status-badge';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { Region } from '@/shell/region.tsx';
import { usePackWords } from '../pack-words.ts';
import { PackAssignmentsRegion } from './pack-assignments.tsx';

const PackEditor = dynamic(
  loaded(() => import('./pack-editor.tsx').then((module) => module.PackEditor)),
  { loading: nothingYet },
);
const CopyPack = dynamic(
  loaded(() => import('./copy-pack.tsx').then((module) => module.CopyPack)),
  { loading: nothingYet },
);

/** Forms of plans: what there is, where each applies, and, opened, its sections (PLN-60). */
export function PacksScreen() {
  const t = useTranslations('planning-packs');
  const { write } = useAddress();
  const params = useSearchParams();
  const packs = useApi(listPlannerPacks, { query: { limit: 200 } });
  const [copied, setCopied] = useState<PlannerPackSummary | null>(null);
  const open = params.get('open');
  if (open)
    return <PackEditor key={open} id={open} onClose={() => write({ open: null })} onCopy={setCopied} />;
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="mt-6 grid gap-10">
        <Region title={t('packs')} reply={packs}>
          {({ data }) => (
            <PackTable packs={data} onOpen={({ id }) => write({ open: id })} onCopy={setCopied} />
          )}
        </Region>
        <PackAssignmentsRegion packs={packs.data?.data ?? []} />
      </div>
      {copied && (
        <CopyPack
          pack={copied}
          onClose={() => setCopied(null)}
          onMade={(id) => {
            setCopied(null);
            write({ open: id });
          }}
        />
      )}
    </>
  );
}

interface TableProps {
  packs: readonly PlannerPackSummary[];
  onOpen: (pack: PlannerPackSummary) => void;
  onCopy: (pack: PlannerPackSummary) => void;
}

function PackTable({ packs, onOpen, onCopy }: TableProps) {
  const t = useTranslations('planning-packs');
  const words = usePackWords();
  const columns = [
    {
      key: 'label',
      header: t('name'),
      cell: (pack: PlannerPackSummary) => (
        <button
          type="button"
          onClick={() => onOpen(pack)}
          className="text-start font-semibold text-board underline-offset-2 hover:underline"
        >
          {words(pack.label)}
        </button>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: (pack: PlannerPackSummary) => (
        <span className="flex flex-wrap items-center gap-2">
          <StatusBadge status={looks[pack.state]}>{t(`states.${pack.state}`)}</StatusBadge>
          <span className="text-ink-3 text-small">
            {pack.shipped ? t('shipped') : t('version', { number: pack.version })}
          </span>
        </span>
      ),
    },
    {
      key: 'plans',
      header: t('plans'),
      align: 'end' as const,
      cell: (pack: PlannerPackSummary) => pack.plans_count,
    },
    {
      key: 'actions',
      header: <span className="hidden-visually">{t('actions')}</span>,
      align: 'end' as const,
      cell: (pack: PlannerPackSummary) =>
        pack.can.copy && (
          <Button size="small" variant="quiet" onClick={() => onCopy(pack)}>
            {t('copy')}
          </Button>
        ),
    },
  ];
  return <SimpleTable label={t('packs')} columns={columns} rows={packs} rowKey={({ id }) => id} />;
}

const looks = { draft: 'draft', active: 'published', deprecated: 'archived' } as const;
