import {
  type GradebookArrangement,
  getGradebookArrangement,
  putGradebookLayout,
  type SheetLayout,
} from '@k12/contracts/teaching/gradebook-views';
import { useEffect, useRef, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { plainArrangement } from './sheet-view.ts';

/** How one arranged the sheet; without an answer it opens as everybody has it. */
export async function loadArrangement(courseId: string): Promise<GradebookArrangement> {
  try {
    return await callApi(getGradebookArrangement, { params: { id: courseId } });
  } catch {
    return plainArrangement;
  }
}

const gatherMs = 500;

/** The arrangement, changed at once here and remembered on the server when it rests (TCH-91). */
export function useLayout(
  courseId: string,
  first: SheetLayout,
): [SheetLayout, (changes: Partial<SheetLayout>) => void] {
  const [layout, setLayout] = useState(first);
  const latest = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const send = () => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      timer.current = null;
      // One's own arrangement: the next change sends all of it again.
      callApi(putGradebookLayout, { params: { id: courseId }, body: latest.current }).catch(() => undefined);
    };
    window.addEventListener('pagehide', send);
    return () => {
      window.removeEventListener('pagehide', send);
      send();
    };
  }, [courseId]);
  const change = (changes: Partial<SheetLayout>) => {
    latest.current = { ...latest.current, ...changes };
    setLayout(latest.current);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = null;
      callApi(putGradebookLayout, { params: { id: courseId }, body: latest.current }).catch(() => undefined);
    }, gatherMs);
  };
  return [layout, change];
}
