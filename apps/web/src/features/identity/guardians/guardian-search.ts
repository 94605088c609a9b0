'use client';
import { listUsers } from '@k12/contracts/identity/users';
import { useCallback } from 'react';
import { callApi } from '@/lib/api/browser.ts';

/** Guardians at first; by words also others who are no students, such as staff with children here (IDN-52). */
export function useGuardianSearch() {
  return useCallback(async (words: string, signal: AbortSignal) => {
    const q = words.trim();
    const query = q ? { q, limit: 50 } : { role: 'guardian', limit: 20 };
    const { data } = await callApi(listUsers, { query }, { signal });
    return data
      .filter((person) => !person.roles.includes('student'))
      .map(({ id, display_name, contact }) => ({
        value: id,
        label: display_name,
        ...(contact?.email && { hint: contact.email }),
      }));
  }, []);
}
