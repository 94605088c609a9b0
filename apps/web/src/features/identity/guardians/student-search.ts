'use client';
import { listUsers } from '@k12/contracts/identity/users';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { callApi } from '@/lib/api/browser.ts';

/** Finds students by what is typed, for the pickers. */
export function useStudentSearch() {
  const t = useTranslations('people');
  return useCallback(
    async (words: string, signal: AbortSignal) => {
      const q = words.trim();
      const query = { role: 'student', limit: 20, ...(q && { q }) };
      const { data } = await callApi(listUsers, { query }, { signal });
      return data.map((student) => {
        const grade = student.memberships.find((membership) => membership.in_force)?.grade_level;
        return {
          value: student.id,
          label: student.display_name,
          ...(grade && { hint: t('gradeNamed', { grade }) }),
        };
      });
    },
    [t],
  );
}
