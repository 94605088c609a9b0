'use client';
import { type GradedWork, getGradedWork, takeNextUngraded } from '@k12/contracts/teaching/grading';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';

interface Given {
  courseId: string;
  assignmentId: string;
  /** The order when the page was opened: it does not change while one grades (TCH-72). */
  ids: readonly string[];
  first: string;
}

/** Whose work is open, and the way to the others; the address follows, so that back and a shared link work. */
export function useOrder({ courseId, assignmentId, ids, first }: Given) {
  const order = useRef<readonly string[]>([]);
  if (order.current.length === 0 && ids.length > 0) order.current = ids;
  const [current, setCurrent] = useState(first);
  const at = order.current.indexOf(current);

  const open = useCallback(
    (id: string | null | undefined) => {
      if (!id) return;
      setCurrent(id);
      const search = window.location.search;
      window.history.pushState(null, '', paths.gradeWork(courseId, assignmentId, id) + search);
    },
    [courseId, assignmentId],
  );
  useEffect(() => {
    const onBack = () => {
      const last = window.location.pathname.split('/').at(-1);
      if (last && order.current.includes(last)) setCurrent(last);
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);

  const neighbour = (step: number) => order.current[at + step] ?? null;
  const requestOf = (id: string | null) => id && { params: { id: assignmentId, student_id: id } };
  // Read ahead: the next two and the one before are here when they are asked for (TCH-68).
  const ahead = useApi(getGradedWork, requestOf(neighbour(1)) || null);
  useApi(getGradedWork, requestOf(neighbour(2)) || null);
  useApi(getGradedWork, requestOf(neighbour(-1)) || null);
  useFirstFile(ahead.data);

  return {
    ids: order.current,
    current,
    at,
    open,
    next: neighbour(1),
    previous: neighbour(-1),
    /** Nobody else has had it open in the last two minutes (TCH-184). */
    nextUngraded: async () => {
      const { student_id } = await callApi(takeNextUngraded, { params: { id: assignmentId }, body: {} });
      if (student_id && !order.current.includes(student_id)) order.current = [...order.current, student_id];
      open(student_id);
      return student_id;
    },
  };
}

const inPlace: ReadonlySet<string> = new Set(['pdf', 'image', 'document']);

/** What would be the first page of the next student is in the browser's own store before it is asked for (TCH-68). */
function useFirstFile(work: GradedWork | undefined): void {
  const file = work?.attempts[0]?.files.find(({ shown_as }) => inPlace.has(shown_as));
  const url = file?.url;
  useEffect(() => {
    if (!url) return;
    const run = new AbortController();
    fetch(url, { priority: 'low', signal: run.signal })
      .then((reply) => reply.blob())
      .catch(() => undefined);
    return () => run.abort();
  }, [url]);
}

export type Order = ReturnType<typeof useOrder>;
