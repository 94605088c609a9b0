'use client';
import { deleteUnitPlan, restoreDeletedUnitPlan, type UnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  units: readonly UnitPlan[];
  onDone: () => void;
}

/** What can be done with several units at once. */
export function BulkActions({ units, onDone }: Props) {
  const t = useTranslations('planning-library.bulk');
  const attempt = useAttempt();
  const remove = useChange(deleteUnitPlan, ['unit_plans.']);
  const restore = useChange(restoreDeletedUnitPlan, ['unit_plans.']);
  const removable = units.filter(({ can }) => can.delete);
  const toBin = async () => {
    const each = (act: (params: { id: string }) => Promise<unknown>) =>
      Promise.all(removable.map(({ id }) => act({ id })));
    await attempt(() => each((params) => remove({ params, query: {} })), {
      done: t('binned', { count: removable.length }),
      undo: () => each((params) => restore({ params })),
    });
    onDone();
  };
  if (removable.length === 0) return null;
  return (
    <Button size="small" onClick={() => void toBin()}>
      {t('toBin', { count: removable.length })}
    </Button>
  );
}
