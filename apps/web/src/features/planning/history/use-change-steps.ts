'use client';
import { useCallback, useEffect, useRef } from 'react';

/** Leads from change to change: by buttons, and by `n` and `p` while nothing is being typed. */
export function useChangeSteps(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const go = useCallback((step: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next =
      rows[at < 0 && step < 0 ? rows.length - 1 : Math.min(rows.length - 1, Math.max(0, at + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  }, []);
  useEffect(() => {
    if (count === 0) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === 'n') go(1);
      if (event.key === 'p') go(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go, count]);
  return { list, go };
}

/** Single letters are keys only while nobody is writing and nothing is held down with them. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const writes = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  return (
    (writes && (target as HTMLInputElement).type !== 'checkbox') ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  );
}
