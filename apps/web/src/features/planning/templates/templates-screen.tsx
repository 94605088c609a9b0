'use client';
import { listTemplates, type Template } from '@k12/contracts/planning/templates';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { LayoutTemplate, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { useAskedForNew } from '@/shell/asked-for-new.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { TemplateCards } from './template-cards.tsx';
import { TemplateFilters } from './template-filters.tsx';
import { readTemplatesView } from './templates-view.ts';

const TemplatePreview = dynamic(
  loaded(() => import('./template-preview.tsx').then((module) => module.TemplatePreview)),
  { loading: nothingYet },
);
const NewTemplate = dynamic(
  loaded(() => import('./new-template.tsx').then((module) => module.NewTemplate)),
  { loading: nothingYet },
);

/** Templates to begin from; filters and the one looked at are in the address (PLN-69). */
export function TemplatesScreen() {
  const t = useTranslations('planning-templates');
  const { write } = useAddress();
  const params = useSearchParams();
  const { me } = useSession();
  const request = useMemo(() => readTemplatesView(Object.fromEntries(params)), [params]);
  const templates = useList(listTemplates, request);
  const [isNew, setNew] = useState(false);
  useAskedForNew(() => setNew(true));
  const mayCreate = 'templates.create' in me.capabilities;
  const show = params.get('show') === 'mine' ? 'mine' : 'offered';
  const isFiltered = Object.keys(request.query).length > 1;
  const opened = templates.data?.data.find((one: Template) => one.id === params.get('open'));
  const add = mayCreate && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setNew(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={add} />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          label={t('show')}
          value={show}
          onValueChange={(next) => write({ show: next === 'mine' ? next : null })}
          options={[
            { value: 'offered', label: t('offered') },
            { value: 'mine', label: t('mine') },
          ]}
        />
      </div>
      <TemplateFilters />
      <RegionBody reply={templates}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              icon={<LayoutTemplate aria-hidden />}
              title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}
              action={!isFiltered && add}
            >
              {t(isFiltered ? 'noneText' : 'emptyText')}
            </EmptyState>
          ) : (
            <TemplateCards templates={data} onOpen={({ id }) => write({ open: id })} />
          )
        }
      </RegionBody>
      {templates.data?.next_cursor && (
        <More loading={templates.loadingMore} onPress={() => void templates.loadMore()} />
      )}
      {opened && <TemplatePreview template={opened} onClose={() => write({ open: null })} />}
      {isNew && <NewTemplate onClose={() => setNew(false)} />}
    </>
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
