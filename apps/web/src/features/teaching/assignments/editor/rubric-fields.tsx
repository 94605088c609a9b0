'use client';
import { listRubrics } from '@k12/contracts/teaching/rubrics';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { showPoints } from '../points.ts';
import type { FieldProps } from './hand-in-fields.tsx';

interface Props extends FieldProps {
  courseId: string;
}

/** What the work is judged by, and whether that makes the grade (TCH-86, TCH-88). */
export function RubricFields({ courseId, value, edit, disabled }: Props) {
  const t = useTranslations('teaching-assignments');
  const query = { course_id: courseId, state: 'published', limit: 200 } as const;
  const rubrics = useApi(listRubrics, { query }).data?.data ?? [];
  const most = rubrics.find(({ id }) => id === value.rubric_id)?.points ?? null;
  const isOther =
    value.rubric_use === 'grades' && most !== null && Number(most) !== Number(value.points_possible);
  return (
    <section aria-labelledby="assignment-rubric">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="assignment-rubric" className="font-semibold text-large">
          {t('rubric')}
        </h2>
        <AppLink href={paths.teachRubrics()} className="text-small text-ink-3 hover:text-ink hover:underline">
          {t('allRubrics')}
        </AppLink>
      </div>
      <div className="grid gap-4 tablet:grid-cols-3">
        <SelectField
          label={t('rubric')}
          disabled={disabled}
          value={value.rubric_id ?? ''}
          onValueChange={(next) => edit({ rubric_id: next || null })}
          options={[
            { value: '', label: t('noRubric') },
            ...rubrics.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        {value.rubric_id && (
          <SelectField
            label={t('rubricUse')}
            disabled={disabled}
            value={value.rubric_use}
            onValueChange={(next) => edit({ rubric_use: next as 'grades' | 'feedback' })}
            options={(['grades', 'feedback'] as const).map((one) => ({
              value: one,
              label: t(`rubricUses.${one}`),
            }))}
          />
        )}
      </div>
      {isOther && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-small text-warn">
          {t('rubricOther', { rubric: showPoints(most), points: showPoints(value.points_possible) })}
          <Button size="small" disabled={disabled} onClick={() => edit({ points_possible: most })}>
            {t('rubricMatch', { points: showPoints(most) })}
          </Button>
        </p>
      )}
      {value.rubric_id && (
        <div className="mt-4">
          <Checkbox
            label={t('rubricHidden')}
            checked={value.is_rubric_hidden}
            disabled={disabled}
            onCheckedChange={(is_rubric_hidden) => edit({ is_rubric_hidden })}
          />
        </div>
      )}
    </section>
  );
}
