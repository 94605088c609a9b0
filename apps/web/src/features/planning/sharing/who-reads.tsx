'use client';
import { listContexts } from '@k12/contracts/planning/contexts';
import { PlanHome } from '@k12/contracts/planning/plan-records';
import { type UnitPlan, type UnitPlanUpdate, updateUnitPlan } from '@k12/contracts/planning/plans';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';

/** Who opens the unit without being named: nobody, a team, the school or the district. */
export function WhoReads({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-sharing');
  const attempt = useAttempt();
  const update = useChange(updateUnitPlan, ['unit_plans.']);
  const teams = useApi(listContexts, { query: { mine: 'true', limit: 100 } });
  const write = (body: Omit<UnitPlanUpdate, 'lock_version'>) =>
    void attempt(() =>
      update({ params: { id: unit.id }, body: { ...body, lock_version: unit.lock_version } }),
    );
  const [firstTeam] = teams.data?.data ?? [];
  const offered = PlanHome.options.filter((home) => home !== 'team' || firstTeam || unit.home === 'team');
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      <SelectField
        label={t('reads')}
        hint={t(`readsHint.${unit.home}`)}
        value={unit.home}
        disabled={!unit.can.update}
        onValueChange={(chosen) => {
          const home = offered.find((one) => one === chosen) ?? unit.home;
          write({ home, planning_context_id: home === 'team' ? (firstTeam?.id ?? null) : null });
        }}
        options={offered.map((home) => ({ value: home, label: t(`homes.${home}`) }))}
      />
      {unit.home === 'team' && (
        <SelectField
          label={t('team')}
          value={unit.planning_context_id ?? ''}
          disabled={!unit.can.update}
          onValueChange={(planning_context_id) => write({ home: 'team', planning_context_id })}
          options={(teams.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </div>
  );
}
