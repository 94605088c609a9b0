'use client';
import type { Crumb } from '@k12/ui/breadcrumbs';
import { useEffect } from 'react';

let current: readonly Crumb[] | null = null;
const listeners = new Set<() => void>();

function show(crumbs: readonly Crumb[] | null): void {
  current = crumbs;
  for (const listener of listeners) listener();
}

export const crumbStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => current,
  readNothing: () => null,
};

/** A page of one record names it in the top bar once it is known: `useRecordCrumb(unit?.title)`. */
export function useRecordCrumb(label: string | undefined): void {
  useEffect(() => {
    if (label === undefined) return;
    show([{ label }]);
    return () => show(null);
  }, [label]);
}
