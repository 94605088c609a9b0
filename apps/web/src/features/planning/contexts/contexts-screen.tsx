'use client';
import { listContexts, type PlanningContext } from '@k12/contracts/planning/contexts';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader, SubjectDot } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { Plus, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { hueOf } from '../subject-hue.ts';
import { readContextsView } from './contexts-view.ts';

const EditContext = dynamic(
  loaded(() => import('./edit-context.tsx').then((module) => module.EditContext)),
  { loading: nothingYet },
);

/** The teams of the school that plan together, one's own first in reach. */
export function ContextsScreen() {
  const t = useTranslations('planning-contexts');
  const router = useRouter();
  const { write } = useAddress();
  const params = useSearchParams();
  const { me } = useSession();
  const request = useMemo(() => readContextsView(Object.fromEntries(params)), [params]);
  const contexts = useList(listContexts, request);
  const [isNew, setNew] = useState(false);
  const add = 'unit_plans.create' in me.capabilities && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setNew(true)}>
      {t('new')}
    </Button>
  );
  const show = params.get('show') ?? 'mine';
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={add} />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <div className="mb-4">
        <SegmentedControl
          label={t('show')}
          value={show}
          onValueChange={(next) => write({ show: next === 'mine' ? null : next })}
          options={(['mine', 'all', 'archived'] as const).map((value) => ({
            value,
            label: t(`views.${value}`),
          }))}
        />
      </div>
      <RegionBody reply={contexts}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<Users aria-hidden />} title={t('noneTitle')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <List framed>
              {data.map((context: PlanningContext) => (
                <ContextRow key={context.id} context={context} />
              ))}
            </List>
          )
        }
      </RegionBody>
      {isNew && (
        <EditContext
          onClose={(made) => {
            setNew(false);
            if (made) router.push(paths.planContext(made.id));
          }}
        />
      )}
    </>
  );
}

function ContextRow({ context }: { context: PlanningContext }) {
  const t = useTranslations('planning-contexts');
  const [first] = context.courses;
  return (
    <ListRow
      href={paths.planContext(context.id)}
      lead={<SubjectDot subject={hueOf(first?.subject || context.name)} />}
      title={<bdi>{context.name}</bdi>}
      description={[
        t(`kinds.${context.kind}`),
        context.academic_year_name,
        t('members', { count: context.members.length }),
      ].join(' · ')}
      end={<span className="text-small text-ink-3">{t('plans', { count: context.plans_count })}</span>}
    />
  );
}
