'use client';
import { useEffect, useRef, useState } from 'react';
import type { ComboOption } from './list.tsx';

const pauseMilliseconds = 150;

/** Asks after a short pause, drops answers that arrive out of turn. */
export function useSearch<O extends ComboOption>(
  search: (query: string, signal: AbortSignal) => Promise<readonly O[]>,
) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly O[]>([]);
  const [loading, setLoading] = useState(false);
  const [open, setOpen] = useState(false);
  const ask = useRef(search);
  ask.current = search;

  useEffect(() => {
    if (!open) return;
    const control = new AbortController();
    setLoading(true);
    const timer = setTimeout(async () => {
      const options = await ask.current(query, control.signal).catch(() => []);
      if (control.signal.aborted) return;
      setFound(options);
      setLoading(false);
    }, pauseMilliseconds);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [query, open]);

  return { found, loading, setQuery, setOpen };
}
