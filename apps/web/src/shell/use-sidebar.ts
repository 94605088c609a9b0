'use client';
import { useSyncExternalStore } from 'react';
import { setPreferenceCookie, sidebarCookie } from './preference-cookies.ts';

type Sidebar = 'open' | 'icons';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const read = (): Sidebar => (document.documentElement.dataset.sidebar === 'icons' ? 'icons' : 'open');

/** The html element carries the width from the server's first byte on; this only changes it. */
export function useSidebar(): [Sidebar, (next: Sidebar) => void] {
  const sidebar = useSyncExternalStore(subscribe, read, (): Sidebar => 'open');
  const set = (next: Sidebar) => {
    document.documentElement.dataset.sidebar = next;
    setPreferenceCookie(sidebarCookie, next);
    for (const listener of listeners) listener();
  };
  return [sidebar, set];
}
