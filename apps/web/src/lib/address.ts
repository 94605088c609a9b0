'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';

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
  useEffect(() => {
    if (typed.trim() === settled) return;
    const timer = setTimeout(() => write({ [name]: typed.trim() || null }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, settled, name, write]);
  return { typed, setTyped };
}
