'use client';
import { listUnitPlans, type UnitPlan } from '@k12/contracts/planning/plans';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { PlanStateBadges } from '../plan-state.tsx';
import { OfferedCopies } from '../sharing/offered-copies.tsx';
import { waitingUnits } from './home-requests.ts';

/** What came back, and what is with somebody else. */
export function Waiting() {
  const t = useTranslations('planning-home');
  const returned = useApi(listUnitPlans, waitingUnits('returned'));
  const submitted = useApi(listUnitPlans, waitingUnits('submitted'));
  return (
    <div className="grid content-start gap-8">
      <OfferedCopies />
      <Region title={t('returned')} reply={returned}>
        {({ data }) => <Rows units={data} none={t('noReturned')} />}
      </Region>
      <Region title={t('submitted')} reply={submitted}>
        {({ data }) => <Rows units={data} none={t('noSubmitted')} />}
      </Region>
    </div>
  );
}

function Rows({ units, none }: { units: readonly UnitPlan[]; none: string }) {
  if (units.length === 0) return <p className="text-ink-3">{none}</p>;
  return (
    <List>
      {units.map((unit) => (
        <ListRow
          key={unit.id}
          href={paths.planUnit(unit.id)}
          title={<bdi>{unit.title}</bdi>}
          description={<Ago at={unit.updated_at} />}
          end={
            <span className="flex flex-wrap justify-end gap-1">
              <PlanStateBadges plan={unit} />
            </span>
          }
        />
      ))}
    </List>
  );
}
