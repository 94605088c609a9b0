'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Filters, sort and opened panels live in the address, so that reload, back and a copied link keep them (UXP-08). */
export function useAddress() {
  const params = useSearchParams();
  const read = useCallback((name: string) => params.get(name) ?? '', [params]);
  const write = useCallback((changes: Record<string, string | null>) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const words = next.toString();
    window.history.replaceState(null, '', words ? `?${words}` : window.location.pathname);
  }, []);
  return { read, write };
}

const pauseMs = 200;

/** A text filter: what is typed shows at once, the address and the list follow after a pause. */
export function useTypedFilter(name: string) {
  const { read, write } = useAddress();
  const settled = read(name);
  const [typed, setTyped] = useState(settled);
  /** What this field wrote and has not seen in the address yet: the address follows a moment later. */
  const written = useRef<string[]>([]);
  useEffect(() => {
    const own = written.current.lastIndexOf(settled);
    written.current = written.current.slice(own + 1);
    // Cleared filters, a kept view, the way back: words this field did not write take the place of its own.
    if (own < 0) setTyped(settled);
  }, [settled]);
  useEffect(() => {
    const words = typed.trim();
    if (words === settled) return;
    const timer = setTimeout(() => {
      written.current.push(words);
      write({ [name]: words || null });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, settled, name, write]);
  return { typed, setTyped };
}
