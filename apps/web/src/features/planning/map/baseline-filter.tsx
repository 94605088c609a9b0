'use client';
import { type CurriculumMap, createBaseline, listBaselines } from '@k12/contracts/planning/curriculum-map';
import { Button } from '@k12/ui/button';
import { Snowflake } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { AddressSelect } from '@/shell/address-select.tsx';

/** The plan of record: freeze it, compare with it (PLN-109). */
export function BaselineFilter({ map }: { map: CurriculumMap }) {
  const t = useTranslations('planning-map');
  const dates = useDates();
  const attempt = useAttempt();
  const { read, write } = useAddress();
  const query = { academic_year_id: map.academic_year_id };
  const baselines = useApi(listBaselines, { query });
  const freeze = useChange(createBaseline, ['curriculum_map.']);
  const school_id = read('school_id') || map.filters.schools[0]?.id;
  const freezeNow = () =>
    attempt(
      async () => {
        if (!school_id) return;
        const name = t('baselineName', { day: dates.day(map.today_on) });
        const made = await freeze({ body: { school_id, academic_year_id: map.academic_year_id, name } });
        write({ baseline_id: made.id });
      },
      { done: t('frozen') },
    );
  return (
    <>
      <AddressSelect
        name="baseline_id"
        label={t('compare')}
        all={t('noCompare')}
        options={(baselines.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {map.can.freeze && (
        <Button icon={<Snowflake aria-hidden />} onClick={freezeNow}>
          {t('freeze')}
        </Button>
      )}
    </>
  );
}
