'use client';
import { useEffect, useRef } from 'react';
import { isBusy } from './keys.ts';

export interface PageShortcut {
  /** As on the keys. */
  keys: readonly string[];
  label: string;
  /** For one letter that works outside of fields; leave out when the page hears the keys itself. */
  run?: () => unknown;
}

let current: readonly PageShortcut[] = [];

/** Keys of the page that is open, for the list under `?` (UXP-18, PLN-190). */
export function pageShortcuts(): readonly PageShortcut[] {
  return current;
}

export function usePageShortcuts(shortcuts: readonly PageShortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    current = latest.current;
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!plain || document.documentElement.dataset.shortcuts === 'off' || isBusy(event.target)) return;
      const shortcut = latest.current.find(
        ({ keys, run }) => run && keys.length === 1 && keys[0] === event.key,
      );
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run?.();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      current = [];
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
