'use client';
import { type ComponentType, useEffect, useState } from 'react';

/** Comes after everything else, and shown only once it is there: measuring must not cost what it measures. */
export function WatchVitals({ release, share }: { release: string; share: number }) {
  const [Watcher, setWatcher] = useState<ComponentType<{ release: string }> | null>(null);
  useEffect(() => {
    if (Math.random() * 100 >= share) return;
    const load = async () => {
      // Without a network it does not come, and nothing is measured.
      const part = await import('./vitals-watcher.tsx').catch(() => null);
      if (part) setWatcher(() => part.default);
    };
    const timer = setTimeout(() => void load(), 2_000);
    return () => clearTimeout(timer);
  }, [share]);
  return Watcher && <Watcher release={release} />;
}
