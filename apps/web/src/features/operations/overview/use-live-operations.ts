'use client';
import { useEffect } from 'react';
import { useSWRConfig } from 'swr';
import { isKeyOf } from '@/lib/api/keys.ts';

const refreshMs = 15_000;

/** Reads again what is shown, without taking it away; not while nobody looks. */
export function useLiveOperations(): void {
  const { mutate } = useSWRConfig();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void mutate((key) => isKeyOf(key, 'operations.'));
    }, refreshMs);
    return () => clearInterval(timer);
  }, [mutate]);
}
