'use client';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useJoined } from '@/lib/joined.ts';

/** Grades as people say them: one by its name, several in a row as a range. */
export function useGradeWords(): (levels: readonly string[]) => string {
  const t = useTranslations('planning-library');
  const joined = useJoined();
  return useCallback(
    (levels) => {
      const places = levels
        .map((level) => (gradeLevels as readonly string[]).indexOf(level))
        .sort((a, b) => a - b);
      const first = gradeLevels[places[0] ?? -1];
      const last = gradeLevels[places.at(-1) ?? -1];
      if (!first || !last) return '';
      if (first === last) return t('grade', { grade: first });
      const isRow = places.every((place, at) => place === (places[0] ?? 0) + at);
      return isRow
        ? t('grades', { first, last })
        : t('gradeList', { list: joined(places.flatMap((place) => gradeLevels[place] ?? [])) });
    },
    [t, joined],
  );
}
