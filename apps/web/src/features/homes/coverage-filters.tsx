'use client';
import { CoverageMeasure } from '@k12/contracts/planning/coverage';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useGradeWords } from '@/features/planning/grade-words.ts';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { AddressSelect } from '@/shell/address-select.tsx';

interface Props {
  /** The one the figures are of, known before the others that could be chosen. */
  framework: { value: string; label: string } | null;
  /** Left out where all measures are shown side by side. */
  measure?: CoverageMeasure;
}

/** Which standards, of which grade, and whether planned, taught or assessed; all of it is in the address. */
export function CoverageFilters({ framework, measure }: Props) {
  const t = useTranslations('homes.coverage');
  const gradeWords = useGradeWords();
  const { write } = useAddress();
  const frameworks = useApi(listFrameworks, { query: { limit: 200 } });
  const offered = (frameworks.data?.data ?? [])
    .filter(({ id, standards_count }) => standards_count > 0 && id !== framework?.value)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className="mb-4 grid items-center gap-2 tablet:grid-cols-[minmax(0,20rem)_10rem_auto]">
      <SelectField
        label={t('framework')}
        hideLabel
        value={framework?.value ?? ''}
        onValueChange={(id) => write({ framework: id })}
        options={framework ? [framework, ...offered] : offered}
      />
      <AddressSelect
        name="grade_level"
        label={t('grade')}
        all={t('allGrades')}
        options={gradeLevels.map((value) => ({ value, label: gradeWords([value]) }))}
      />
      {measure && (
        <div className="justify-self-start">
          <SegmentedControl
            label={t('measure')}
            value={measure}
            onValueChange={(next) => write({ measure: next === 'planned' ? null : next })}
            options={CoverageMeasure.options.map((value) => ({ value, label: t(`measures.${value}`) }))}
          />
        </div>
      )}
    </div>
  );
}
