'use client';
import type { DistrictSchool } from '@k12/contracts/identity/district';
import { Stat } from '@k12/ui/stat';
import { useFormatter, useTranslations } from 'next-intl';

const keys = ['students_count', 'teachers_count', 'active_users_count', 'active_courses_count'] as const;

/** All schools in sight together. */
export function OverviewFigures({ rows }: { rows: readonly DistrictSchool[] }) {
  const t = useTranslations('homes');
  const format = useFormatter();
  const sum = (key: (typeof keys)[number]) => rows.reduce((all, row) => all + row[key], 0);
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-5 tablet:grid-cols-4">
      {keys.map((key) => (
        <Stat key={key} label={t(`figures.${key}`)} value={format.number(sum(key))} />
      ))}
    </div>
  );
}
