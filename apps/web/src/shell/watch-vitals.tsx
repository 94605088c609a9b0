'use client';
import { lazy, useEffect, useState } from 'react';

// Without a network it does not come, and nothing is measured: no reason to take the page away.
const Watcher = lazy(() => import('./vitals-watcher.tsx').catch(() => ({ default: () => null })));

/** Comes after everything else: measuring must not cost what it measures. */
export function WatchVitals({ release, share }: { release: string; share: number }) {
  const [isWatching, setWatching] = useState(false);
  useEffect(() => {
    if (Math.random() * 100 >= share) return;
    const timer = setTimeout(() => setWatching(true), 2_000);
    return () => clearTimeout(timer);
  }, [share]);
  return isWatching ? <Watcher release={release} /> : null;
}
