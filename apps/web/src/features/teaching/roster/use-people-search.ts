'use client';
import { listUsers } from '@k12/contracts/identity/users';
import type { EnrollmentRole } from '@k12/contracts/teaching/courses';
import { useCallback } from 'react';
import { callApi } from '@/lib/api/browser.ts';

/** People of the course's school by what is typed: students to learn, and whoever works there to teach. */
export function usePeopleSearch(school_id: string, role: EnrollmentRole) {
  return useCallback(
    async (words: string, signal: AbortSignal) => {
      const q = words.trim();
      const query = { school_id, limit: 20, ...(role === 'student' && { role }), ...(q && { q }) };
      const { data } = await callApi(listUsers, { query }, { signal });
      return data.map(({ id, display_name, memberships }) => {
        const grade = memberships.find((membership) => membership.school_id === school_id)?.grade_level;
        return { value: id, label: display_name, ...(grade && { hint: grade }) };
      });
    },
    [school_id, role],
  );
}
