'use client';
import { ApiProblem } from '@k12/contracts/client';
import { listGuardianLinks } from '@k12/contracts/identity/guardian-links';
import { useSearchParams } from 'next/navigation';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';

export interface Child {
  id: string;
  name: string;
}

const nothingThere = {
  data: undefined,
  error: new ApiProblem({
    type: 'about:blank',
    title: 'Nobody',
    status: 404,
    code: 'not_found',
    request_id: '',
  }),
};

/** Whose things a page of learning shows: one's own, or those of the child a guardian has chosen. */
export function useStudent() {
  const { me } = useSession();
  const chosen = useSearchParams().get('student');
  const isStudent = me.roles.includes('student');
  const links = useApi(listGuardianLinks, isStudent ? null : { query: { state: 'active' } });
  const { data, error, mutate } = links;
  const children: Child[] = (data?.data ?? []).map((link) => ({
    id: link.student_id,
    name: link.student_name,
  }));
  const child = children.find(({ id }) => id === chosen) ?? children[0];
  const isNobody = !isStudent && data !== undefined && !child;
  return {
    id: isStudent ? me.user.id : (child?.id ?? null),
    isOwn: isStudent,
    children,
    child: child ?? null,
    /** Whose things they would be cannot be told, or they are nobody's: what hangs on it never comes (UXP-50). */
    failed:
      data === undefined && error ? { data, error, mutate } : isNobody ? { ...nothingThere, mutate } : null,
    /** There is nobody whose things could be shown. */
    isNobody,
    /** Goes with every link, so that the chosen child stays chosen. */
    suffix: !isStudent && child ? `?student=${child.id}` : '',
  };
}

export type Student = ReturnType<typeof useStudent>;
