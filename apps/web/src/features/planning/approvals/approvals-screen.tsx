'use client';
import { type ApprovalRequest, listApprovals } from '@k12/contracts/planning/approvals';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SkeletonRows } from '@k12/ui/skeleton';
import clsx from 'clsx';
import { Inbox } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { readApprovalsView } from './approvals-view.ts';
import { BulkBar } from './bulk-bar.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRow } from './queue-row.tsx';
import { useQueueKeys } from './use-queue-keys.ts';

const Review = dynamic(
  loaded(() => import('./review.tsx').then((module) => module.Review)),
  {
    loading: () => <SkeletonRows rows={8} />,
  },
);

/** What waits for a decision, beside it the difference that is decided on; keys lead through both (PLN-53). */
export function ApprovalsScreen() {
  const t = useTranslations('planning-approvals');
  const params = useSearchParams();
  const view = useMemo(() => readApprovalsView(Object.fromEntries(params)), [params]);
  const { me } = useSession();
  const decides = 'unit_plans.approve' in me.capabilities;
  const query = useMemo(
    () => (decides || view.query.of ? view.query : { ...view.query, of: 'mine' as const }),
    [decides, view],
  );
  const request = useMemo(() => ({ query }), [query]);
  const list = useList(listApprovals, request);
  const { write } = useAddress();
  const rows = (list.data?.data ?? []) as ApprovalRequest[];
  const [next, setNext] = useState<string | null>(null);
  const open = (id: string | null) => {
    setNext(null);
    write({ open: id });
  };
  useQueueKeys(rows, view.open, open);
  const isPlanner = usePathname().startsWith('/plan');
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      {isPlanner && (
        <div className="mt-4">
          <PlanTabs />
        </div>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t('show')}
          value={query.of ?? 'to_decide'}
          onValueChange={(of) => write({ of, open: null })}
          options={(['to_decide', 'mine', 'all'] as const)
            .filter((of) => decides || of !== 'to_decide')
            .map((value) => ({ value, label: t(`of.${value}`) }))}
        />
        <QueueFilters rows={rows} />
      </div>
      <div
        className={clsx(
          'mt-5 grid gap-8',
          (rows.length > 0 || view.open) && 'laptop:grid-cols-[22rem_minmax(0,1fr)]',
        )}
      >
        <div className={view.open ? 'max-laptop:hidden' : ''}>
          <RegionBody reply={list}>
            {() => <Queue rows={rows} open={view.open} onOpen={open} of={query.of ?? 'to_decide'} />}
          </RegionBody>
          {list.data?.next_cursor && (
            <Button className="mt-3" loading={list.loadingMore} onClick={list.loadMore}>
              {t('more')}
            </Button>
          )}
        </div>
        <div className="min-w-0">
          {view.open ? (
            <Review
              key={view.open}
              id={view.open}
              onClose={() => open(null)}
              onDecided={(byKey) => {
                const following = nextAfter(rows, view.open);
                open(byKey ? following : null);
                if (!byKey) setNext(following);
              }}
            />
          ) : (
            rows.length > 0 && (
              <div className="max-laptop:hidden">
                <p className="text-ink-3">{t('choose')}</p>
                {next && rows.some(({ id }) => id === next) && (
                  <Button className="mt-3" autoFocus onClick={() => open(next)}>
                    {t('openNext')}
                  </Button>
                )}
              </div>
            )
          )}
        </div>
      </div>
    </>
  );
}

/** The one behind, or before when it was the last: by key one goes on to it, by hand it is offered elsewhere. */
function nextAfter(rows: readonly ApprovalRequest[], id: string | null): string | null {
  const at = rows.findIndex((row) => row.id === id);
  return rows[at + 1]?.id ?? rows[at - 1]?.id ?? null;
}

interface QueueProps {
  rows: readonly ApprovalRequest[];
  open: string | null;
  onOpen: (id: string) => void;
  of: string;
}

function Queue({ rows, open, onOpen, of }: QueueProps) {
  const t = useTranslations('planning-approvals');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (rows.length === 0) {
    const key = of === 'to_decide' ? 'none' : 'noneOther';
    return (
      <EmptyState icon={<Inbox aria-hidden />} title={t(`${key}Title`)}>
        {t(`${key}Text`)}
      </EmptyState>
    );
  }
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <BulkBar chosen={[...chosen]} onDone={() => setChosen(new Set())} />
      <ul aria-label={t('queue')} className="grid gap-2">
        {rows.map((row) => (
          <QueueRow
            key={row.id}
            request={row}
            isOpen={row.id === open}
            onOpen={() => onOpen(row.id)}
            chosen={chosen.has(row.id)}
            onChoose={of === 'to_decide' ? () => toggle(row.id) : undefined}
          />
        ))}
      </ul>
    </>
  );
}
