'use client';
import { getSchoolGrading, updateSchoolGrading } from '@k12/contracts/teaching/grading-periods';
import { RadioGroup } from '@k12/ui/radio-group';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

/** The year from all its work, or from its periods by their weights (TCH-115). */
export function YearGradePart({ schoolId }: { schoolId: string }) {
  const t = useTranslations('teaching-grading-rules');
  const attempt = useAttempt();
  const params = { id: schoolId };
  const reply = useApi(getSchoolGrading, { params });
  const save = useChange(updateSchoolGrading);
  return (
    <section className="grid gap-3">
      <h2 className="text-large font-semibold">{t('yearGrade')}</h2>
      <RegionBody reply={reply}>
        {({ year_grade, lock_version, can }) => (
          <RadioGroup
            label={t('yearGradeHow')}
            value={year_grade}
            onValueChange={(next) =>
              void attempt(() => save({ params, body: { year_grade: next as 'items', lock_version } }), {
                done: t('saved'),
              })
            }
            options={(['items', 'periods'] as const).map((value) => ({
              value,
              label: t(`yearGrades.${value}`),
              disabled: !can.update,
            }))}
          />
        )}
      </RegionBody>
    </section>
  );
}
