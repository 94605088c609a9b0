'use client';
import { listUnitPlans, type UnitPlan } from '@k12/contracts/planning/plans';
import { LinkButton } from '@k12/ui/link-button';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader, SubjectDot } from '@k12/ui/page-header';
import { ArrowRight, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { Region } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanStateBadges } from '../plan-state.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { hueOf } from '../subject-hue.ts';
import { FirstSteps } from './first-steps.tsx';
import { recentUnits, schoolUnits } from './home-requests.ts';
import { ToDecide } from './to-decide.tsx';
import { Waiting } from './waiting.tsx';
import { Week } from './week.tsx';

/** Where a teacher takes up planning again: what was open, what is under way, what waits. */
export function PlanHomeScreen() {
  const t = useTranslations('planning-home');
  const { me } = useSession();
  const recent = useApi(listUnitPlans, recentUnits);
  const mayCreate = 'unit_plans.create' in me.capabilities;
  const decides = 'unit_plans.approve' in me.capabilities;
  const units = recent.data?.data;
  const [latest, ...others] = (units ?? []).filter(({ state }) => state !== 'archived');
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          mayCreate && (
            <LinkButton href={paths.planNewUnit()} icon={<Plus aria-hidden />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      <div className="mt-4">
        <PlanTabs />
      </div>
      {units?.length === 0 && !decides && <FirstSteps />}
      {(units?.length !== 0 || decides) && (
        <div className="grid gap-10 laptop:grid-cols-[minmax(0,1fr)_20rem] laptop:gap-12">
          <div className="grid content-start gap-8">
            {latest && <Continue unit={latest} />}
            {decides && <ToDecide />}
            {units?.length === 0 ? (
              <Colleagues />
            ) : (
              <>
                <Week />
                <Region title={t('underWay')} reply={recent}>
                  {() => <UnitRows units={others} />}
                </Region>
              </>
            )}
          </div>
          <Waiting />
        </div>
      )}
    </>
  );
}

/** Somebody who plans nothing but reads and decides sees what the colleagues are at. */
function Colleagues() {
  const t = useTranslations('planning-home');
  const units = useApi(listUnitPlans, schoolUnits);
  return (
    <Region title={t('colleagues')} reply={units}>
      {({ data }) => <UnitRows units={data.filter(({ state }) => state !== 'archived')} withOwner />}
    </Region>
  );
}

/** Straight back to where one was. */
function Continue({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-home');
  return (
    <section
      aria-label={t('continue')}
      data-subject={hueOf(unit.subjects[0])}
      className="relative flex flex-wrap items-center gap-4 overflow-hidden rounded-card border-2 border-board bg-raised p-5"
    >
      <div className="min-w-0 flex-1">
        <p className="text-small text-ink-3">
          {t('lastOpen')} · <Ago at={unit.updated_at} />
        </p>
        <h2 className="font-serif text-heading font-semibold [overflow-wrap:anywhere]">
          <bdi>{unit.title}</bdi>
        </h2>
        <p className="mt-1.5 flex flex-wrap gap-1">
          <PlanStateBadges plan={unit} />
        </p>
      </div>
      <LinkButton
        href={paths.planUnit(unit.id)}
        iconEnd={<ArrowRight aria-hidden className="rtl:-scale-x-100" />}
      >
        {t('continue')}
      </LinkButton>
    </section>
  );
}

function UnitRows({ units, withOwner }: { units: readonly UnitPlan[]; withOwner?: boolean }) {
  const t = useTranslations('planning-home');
  const grades = useGradeWords();
  if (units.length === 0) return <p className="text-ink-3">{t('noOthers')}</p>;
  return (
    <List framed>
      {units.map((unit) => (
        <ListRow
          key={unit.id}
          href={paths.planUnit(unit.id)}
          lead={<SubjectDot subject={hueOf(unit.subjects[0])} />}
          title={<bdi>{unit.title}</bdi>}
          description={[
            ...unit.subjects,
            grades(unit.grade_levels),
            withOwner && unit.owner.display_name,
            t('lessons', { count: unit.lessons_count }),
            timeLeft(unit, t),
          ]
            .filter(Boolean)
            .join(' · ')}
          end={
            <span className="flex flex-wrap justify-end gap-1 max-tablet:flex-col max-tablet:items-end">
              <PlanStateBadges plan={unit} />
            </span>
          }
        />
      ))}
    </List>
  );
}

function timeLeft(
  { planned_minutes, available_minutes }: UnitPlan,
  t: (key: string, values: { count: number }) => string,
) {
  if (available_minutes === null) return '';
  const left = available_minutes - planned_minutes;
  return left >= 0 ? t('minutesLeft', { count: left }) : t('minutesOver', { count: -left });
}
