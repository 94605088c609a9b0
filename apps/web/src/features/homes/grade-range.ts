'use client';
import type { DistrictSchool } from '@k12/contracts/identity/district';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type Grades = Pick<DistrictSchool, 'lowest_grade' | 'highest_grade'>;

/** “Grades 6–8”; empty while a school has not said. */
export function useGradeRange(): (school: Grades) => string {
  const t = useTranslations('homes');
  return useCallback(
    ({ lowest_grade, highest_grade }) => {
      if (!lowest_grade || !highest_grade) return '';
      return t('grades', { first: lowest_grade, last: highest_grade });
    },
    [t],
  );
}
