'use client';
import type { Crumb } from '@k12/ui/breadcrumbs';
import { useEffect } from 'react';

interface Named {
  /** Records that the page belongs to, such as its course. */
  above: readonly Crumb[];
  own: readonly Crumb[] | null;
}

const nothing: Named = { above: [], own: null };
let current = nothing;
const listeners = new Set<() => void>();

function show(change: Partial<Named>): void {
  current = { ...current, ...change };
  for (const listener of listeners) listener();
}

export const crumbStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => current,
  readNothing: () => nothing,
};

/** A page of one record names it in the top bar once it is known: `useRecordCrumb(unit?.title)`. */
export function useRecordCrumb(label: string | undefined): void {
  useEffect(() => {
    if (label === undefined) return;
    show({ own: [{ label }] });
    return () => show({ own: null });
  }, [label]);
}

/** A frame around several pages of one record names it above them: `useCrumbAbove(course?.name, address)`. */
export function useCrumbAbove(label: string | undefined, href: string): void {
  useEffect(() => {
    if (label === undefined) return;
    show({ above: [{ label, href }] });
    return () => show({ above: [] });
  }, [label, href]);
}
