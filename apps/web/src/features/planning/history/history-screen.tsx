'use client';
import { getUnitPlan } from '@k12/contracts/planning/plans';
import { listUnitVersions, type PlanVersion } from '@k12/contracts/planning/versions';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SkeletonRows } from '@k12/ui/skeleton';
import { History } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { useCrumbAbove } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PlanStateBadges } from '../plan-state.tsx';
import { readHistoryView } from './history-view.ts';
import { VersionList } from './version-list.tsx';

// The comparison is loaded when there is one to show.
const Comparison = dynamic(
  loaded(() => import('./comparison.tsx').then((module) => module.Comparison)),
  {
    loading: () => <SkeletonRows rows={6} />,
  },
);

/** Every version of a unit, and what differs between any two of them (PLN-39). */
export function HistoryScreen({ id }: { id: string }) {
  const t = useTranslations('planning-history');
  const params = useSearchParams();
  const view = useMemo(() => readHistoryView(Object.fromEntries(params)), [params]);
  const unit = useApi(getUnitPlan, { params: { id } });
  useCrumbAbove(unit.data?.title, paths.planUnit(id));
  const request = useMemo(
    () => ({ params: { id }, query: view.kind ? { kind: view.kind } : {} }),
    [id, view.kind],
  );
  const versions = useList(listUnitVersions, request);
  return (
    <>
      <PageHeader
        look="document"
        status={unit.data && <PlanStateBadges plan={unit.data} />}
        title={<bdi>{unit.data?.title ?? t('title')}</bdi>}
        description={t('intro')}
        actions={<LinkButton href={paths.planUnit(id)}>{t('back')}</LinkButton>}
      />
      <div className="mt-6 grid gap-8 laptop:grid-cols-[20rem_minmax(0,1fr)]">
        <div>
          <AddressSelect
            name="kind"
            label={t('filterKind')}
            all={t('allKinds')}
            options={(['manual', 'snapshot', 'submit', 'publish', 'restore'] as const).map((value) => ({
              value,
              label: t(`kinds.${value}`),
            }))}
          />
          <RegionBody reply={versions}>
            {({ data }) => (
              <VersionList
                versions={data}
                draftAhead={unit.data?.draft_ahead ?? false}
                hasSource={Boolean(unit.data?.source_version_id ?? unit.data?.template_version_id)}
                sides={sidesOf(view, data, unit.data?.draft_ahead ?? false)}
              />
            )}
          </RegionBody>
          {versions.data?.next_cursor && (
            <Button className="mt-3" loading={versions.loadingMore} onClick={versions.loadMore}>
              {t('more')}
            </Button>
          )}
        </div>
        <div className="min-w-0">
          <RegionBody reply={versions}>
            {({ data }) => (
              <Right
                id={id}
                sides={sidesOf(view, data, unit.data?.draft_ahead ?? false)}
                canEdit={unit.data?.can.update ?? false}
              />
            )}
          </RegionBody>
        </div>
      </div>
    </>
  );
}

export interface Sides {
  from: string;
  to: string;
}

/** Unless chosen otherwise: the newest version against the draft, or the two newest versions. */
function sidesOf(
  view: { from: string | null; to: string | null },
  versions: readonly PlanVersion[],
  draftAhead: boolean,
): Sides | null {
  const [newest, before] = versions.map((version) => String(version.version_number));
  if (!newest) return view.from && view.to ? { from: view.from, to: view.to } : null;
  const to = view.to ?? (draftAhead || !before ? 'draft' : newest);
  return { from: view.from ?? (to === newest ? (before ?? newest) : newest), to };
}

function Right({ id, sides, canEdit }: { id: string; sides: Sides | null; canEdit: boolean }) {
  const t = useTranslations('planning-history');
  const { write } = useAddress();
  if (!sides)
    return (
      <EmptyState icon={<History aria-hidden />} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  return (
    <Comparison
      id={id}
      sides={sides}
      canEdit={canEdit}
      onSwap={() => write({ from: sides.to, to: sides.from })}
    />
  );
}
