'use client';
import type { DistrictSchool } from '@k12/contracts/identity/district';
import type { CoverageMeasure, DistrictCoverage } from '@k12/contracts/planning/coverage';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { Progress } from '@k12/ui/progress';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CoverageFigure } from './coverage-figure.tsx';
import { useGradeRange } from './grade-range.ts';

interface Props {
  rows: DistrictSchool[];
  coverage: DistrictCoverage | undefined;
  measure: CoverageMeasure;
  onOpen: (school: DistrictSchool) => void;
}

/** The schools side by side; pressing one goes into it. */
export function SchoolTable({ rows, coverage, measure, onOpen }: Props) {
  const t = useTranslations('homes');
  return (
    <DataTable
      label={t('schoolsCompared')}
      rows={rows}
      columns={useColumns(coverage, measure)}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      onOpenRow={onOpen}
    />
  );
}

function useColumns(
  coverage: DistrictCoverage | undefined,
  measure: CoverageMeasure,
): DataColumn<DistrictSchool>[] {
  const t = useTranslations('homes');
  const format = useFormatter();
  const grades = useGradeRange();
  return useMemo(() => {
    const of = new Map(coverage?.data.map((row) => [row.school_id, row]));
    const count = (key: CountKey) => ({
      key,
      header: t(`figures.${key}`),
      align: 'end' as const,
      cell: (row: DistrictSchool) => format.number(row[key]),
      sortValue: (row: DistrictSchool) => row[key],
    });
    return [
      {
        key: 'name',
        header: t('school'),
        primary: true,
        cell: (row) => (
          <>
            <bdi>{row.name}</bdi>
            <span className="block text-small font-regular text-ink-3">{grades(row)}</span>
          </>
        ),
        sortValue: ({ name }) => name,
      },
      count('students_count'),
      count('teachers_count'),
      count('active_users_count'),
      count('active_courses_count'),
      {
        key: 'set_up',
        header: t('setUp'),
        width: '8rem',
        cell: (row) => <SetUpShare school={row} />,
        sortValue: ({ onboarding }) => onboarding.done_count,
      },
      {
        key: 'coverage',
        header: t(`coverage.of.${measure}`),
        cell: ({ id }) => <CoverageFigure of={of.get(id)} measure={measure} />,
        sortValue: ({ id }) => {
          const row = of.get(id);
          return row && row.denominator > 0 ? row[measure] / row.denominator : null;
        },
      },
    ];
  }, [t, format, grades, coverage, measure]);
}

type CountKey = 'students_count' | 'teachers_count' | 'active_users_count' | 'active_courses_count';

function SetUpShare({ school: { onboarding } }: { school: DistrictSchool }) {
  const t = useTranslations('homes');
  const format = useFormatter();
  const { done_count, total_count } = onboarding;
  const share = format.number(done_count / total_count, { style: 'percent' });
  return (
    <span className="grid gap-1">
      <span className="tabular-nums">{done_count === total_count ? t('allSet') : share}</span>
      <Progress hideLabel label={t('setUp')} value={done_count} max={total_count} valueText={share} />
    </span>
  );
}
