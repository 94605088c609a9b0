'use client';
import { listUnitPlans, type UnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SkeletonRows } from '@k12/ui/skeleton';
import { FileUp, LayoutGrid, Plus, Rows3 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { usePageShortcuts } from '@/shell/page-shortcuts.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { EmptyLibrary } from './empty-library.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { readLibraryView, viewWords } from './library-view.ts';

const SavedViews = dynamic(
  withPage(loaded(() => import('@/shell/saved-views.tsx').then((module) => module.SavedViews))),
);

// One look or the other is opened, seldom both.
const UnitTable = dynamic(
  withPage(loaded(() => import('./unit-table.tsx').then((module) => module.UnitTable))),
);

const UnitCards = dynamic(
  loaded(() => import('./unit-cards.tsx').then((module) => module.UnitCards)),
  { loading: () => <SkeletonRows rows={8} /> },
);

const UnitPreview = dynamic(
  loaded(() => import('./unit-preview.tsx').then((module) => module.UnitPreview)),
  { loading: nothingYet },
);

const ImportUnit = dynamic(
  loaded(() => import('../import/import-unit.tsx').then((module) => module.ImportUnit)),
  { loading: nothingYet },
);

/** Every unit one may open; how it is filtered, sorted and shown is in the address, so that a view can be kept. */
export function LibraryScreen() {
  const t = useTranslations('planning-library');
  const tp = useTranslations('pages');
  const router = useRouter();
  const params = useSearchParams();
  const { write } = useAddress();
  const { me } = useSession();
  const request = useMemo(() => readLibraryView(Object.fromEntries(params)), [params]);
  const units = useList(listUnitPlans, request);
  const [peeked, setPeeked] = useState<UnitPlan | null>(null);
  const mayCreate = 'unit_plans.create' in me.capabilities;
  const look = params.get('look') === 'cards' ? 'cards' : 'list';
  usePageShortcuts([
    { keys: ['n'], label: t('keys.new'), run: () => mayCreate && router.push(paths.planNewUnit()) },
    { keys: ['␣'], label: t('keys.peek') },
  ]);
  const open = (unit: UnitPlan) => router.push(paths.planUnit(unit.id));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={
          units.data &&
          t('summary', { count: units.data.data.length, more: String(units.data.next_cursor !== null) })
        }
        actions={
          mayCreate && (
            <div className="flex flex-wrap gap-2">
              <Button icon={<FileUp aria-hidden />} onClick={() => write({ import: '1' })}>
                {t('import.action')}
              </Button>
              <LinkButton href={paths.planPackages()}>{tp('planPackages')}</LinkButton>
              {units.data?.data.length !== 0 && <NewUnit />}
            </div>
          )
        }
      />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <LibraryFilters />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SavedViews words={viewWords} />
        <div className="ms-auto max-tablet:hidden">
          <SegmentedControl
            label={t('look')}
            value={look}
            onValueChange={(next) => write({ look: next === 'cards' ? next : null })}
            options={[
              { value: 'list', label: t('list'), icon: <Rows3 aria-hidden /> },
              { value: 'cards', label: t('cards'), icon: <LayoutGrid aria-hidden /> },
            ]}
          />
        </div>
      </div>
      <RegionBody reply={units}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyLibrary query={request.query} action={mayCreate && <NewUnit />} />
          ) : look === 'cards' ? (
            <UnitCards units={data} />
          ) : (
            <UnitTable units={data} onOpen={open} onPeek={setPeeked} />
          )
        }
      </RegionBody>
      {units.data?.next_cursor && <More loading={units.loadingMore} onPress={() => void units.loadMore()} />}
      {mayCreate && params.has('import') && <ImportUnit onClose={() => write({ import: null })} />}
      {peeked && <UnitPreview unit={peeked} onClose={() => setPeeked(null)} />}
    </>
  );
}

function NewUnit() {
  const t = useTranslations('planning-library');
  return (
    <LinkButton
      href={paths.planNewUnit()}
      variant="primary"
      icon={<Plus aria-hidden />}
      aria-keyshortcuts="n"
    >
      {t('new')}
    </LinkButton>
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
