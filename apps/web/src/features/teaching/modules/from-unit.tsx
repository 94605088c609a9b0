'use client';
import {
  createUnitModule,
  listUnitsForModules,
  type UnitForModule,
} from '@k12/contracts/teaching/unit-modules';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

/** A published unit of the year's plan becomes a module in one act (TCH-26). */
export function FromUnit({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const units = useApi(listUnitsForModules, { params: { id: courseId } });
  const create = useChange(createUnitModule, ['modules.']);
  const [withDates, setWithDates] = useState(true);
  const make = async ({ unit_plan_id }: UnitForModule) => {
    const body = { unit_plan_id, with_dates: withDates };
    if (await attempt(() => create({ params: { id: courseId }, body }), { done: t('unitMade') })) onClose();
  };
  return (
    <Dialog
      open
      title={t('fromUnit')}
      description={t('fromUnitText')}
      onOpenChange={(open) => !open && onClose()}
    >
      <Checkbox label={t('withDates')} checked={withDates} onCheckedChange={setWithDates} />
      <div className="mt-3">
        <RegionBody reply={units}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="py-6 text-ink-3">{t('noUnits')}</p>
            ) : (
              <ul>
                {data.map((unit) => (
                  <UnitRow key={unit.unit_plan_id} unit={unit} onMake={() => void make(unit)} />
                ))}
              </ul>
            )
          }
        </RegionBody>
      </div>
    </Dialog>
  );
}

function UnitRow({ unit, onMake }: { unit: UnitForModule; onMake: () => void }) {
  const t = useTranslations('teaching-modules');
  const dates = useDates();
  const span = t('span', { from: dates.shortDay(unit.starts_on), to: dates.shortDay(unit.ends_on) });
  return (
    <li className="flex min-h-row items-center gap-3 border-line border-b py-2">
      <span className="min-w-0 flex-1">
        <bdi className="block font-medium">{unit.title}</bdi>
        <span className="text-ink-3 text-small">
          {[t('lessons', { count: unit.lessons_count }), span, unit.module_id && t('madeBefore')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Button size="small" aria-label={t('makeOf', { name: unit.title })} onClick={onMake}>
        {t('make')}
      </Button>
    </li>
  );
}
