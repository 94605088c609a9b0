'use client';
import { useEffect, useRef } from 'react';

/** Something to do with the page that is open, or with what is selected in it. */
export interface PageAction {
  key: string;
  label: string;
  /** What it is done to, such as the title of the unit or how many are selected. */
  hint?: string;
  /** As on the keys. */
  shortcut?: string;
  run: () => unknown;
}

const registered = new Set<{ current: readonly PageAction[] }>();

/** What the parts of the open page offer now, for the palette (UXP-13). */
export function pageActions(): PageAction[] {
  return [...registered].flatMap(({ current }) => current);
}

/** While the part is shown its actions are in the palette: `usePageActions([{ key, label, run }])`. */
export function usePageActions(actions: readonly PageAction[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    registered.add(latest);
    return () => void registered.delete(latest);
  }, []);
}
