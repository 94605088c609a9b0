'use client';
import {
  type LessonPlan,
  listLessonPlans,
  listUnitPlans,
  restoreDeletedLessonPlan,
  restoreDeletedUnitPlan,
  type UnitPlan,
} from '@k12/contracts/planning/plans';
import { listTemplates, restoreDeletedTemplate, type Template } from '@k12/contracts/planning/templates';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { PlanTabs } from '../plan-tabs.tsx';

const binned = { query: { deleted: 'true' as const } };

/** What was thrown away and can still come back (PLN-20). */
export function BinScreen() {
  const t = useTranslations('planning-library.bin');
  const units = useList(listUnitPlans, binned);
  const lessons = useList(listLessonPlans, binned);
  const { me } = useSession();
  const templates = useList(listTemplates, 'templates.read' in me.capabilities ? binned : null);
  return (
    <>
      <PageHeader title={t('title')} description={t('text')} />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <RegionBody reply={units}>
        {({ data }) => {
          const plans = [...data, ...(lessons.data?.data ?? []), ...(templates.data?.data ?? [])];
          if (plans.length === 0) return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
          return (
            <List framed label={t('title')}>
              {plans
                .sort((a, b) => (b.deleted_at ?? '').localeCompare(a.deleted_at ?? ''))
                .map((plan) => (
                  <BinnedPlan key={plan.id} plan={plan} />
                ))}
            </List>
          );
        }}
      </RegionBody>
    </>
  );
}

function BinnedPlan({ plan }: { plan: UnitPlan | LessonPlan | Template }) {
  const t = useTranslations('planning-library.bin');
  const dates = useDates();
  const attempt = useAttempt();
  const kind = 'level' in plan ? 'template' : 'lessons_count' in plan ? 'unit' : 'lesson';
  const back = {
    unit: useChange(restoreDeletedUnitPlan, ['unit_plans.', 'lesson_plans.']),
    lesson: useChange(restoreDeletedLessonPlan, ['unit_plans.', 'lesson_plans.']),
    template: useChange(restoreDeletedTemplate),
  }[kind];
  const restore = () =>
    attempt(() => back({ params: { id: plan.id } }), {
      done: t('restored', { title: plan.title }),
    });
  return (
    <ListRow
      title={<bdi>{plan.title}</bdi>}
      description={
        <>
          {t(kind)}
          {plan.deleted_at && (
            <>
              {' · '}
              {t('deleted')} <Ago at={plan.deleted_at} />
            </>
          )}
          {plan.purge_at && ` · ${t('purged', { day: dates.day(plan.purge_at.slice(0, 10)) })}`}
        </>
      }
      end={
        plan.can.restore && (
          <Button size="small" onClick={() => void restore()}>
            {t('restore')}
          </Button>
        )
      }
    />
  );
}
