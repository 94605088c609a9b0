'use client';
import { reportWebVitals, type WebVitals } from '@k12/contracts/operations/vitals';
import { useReportWebVitals } from 'next/web-vitals';
import { useEffect, useState } from 'react';
import { findPage } from '@/lib/pages.ts';

type Vital = WebVitals['vitals'][number];
const mostAtOnce = 20;
const names: ReadonlySet<string> = new Set(['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] satisfies Vital['name'][]);

/** Tells in one batch, when the tab is hidden, how fast this page felt; not whose page it was (UXP-112). */
export default function VitalsWatcher({ release }: { release: string }) {
  const [batch] = useState(() => createBatch(release));
  useReportWebVitals(batch.note);
  useEffect(() => {
    const onVisibility = () => document.visibilityState === 'hidden' && batch.send();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', batch.send);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', batch.send);
    };
  }, [batch]);
  return null;
}

function createBatch(release: string) {
  const route = findPage(window.location.pathname)?.route ?? '/other';
  // A figure that grows while the page is open is told once, as it was last.
  const vitals = new Map<string, Vital>();
  const send = () => {
    if (vitals.size === 0) return;
    const body = JSON.stringify({ release, vitals: [...vitals.values()].slice(0, mostAtOnce) });
    vitals.clear();
    const headers = { 'content-type': 'application/json' };
    const { method, path } = reportWebVitals;
    // Without cookies: nothing tells who it was. Lost reports are not missed.
    void fetch(`/api/v1${path}`, { method, headers, body, keepalive: true, credentials: 'omit' }).catch(
      () => undefined,
    );
  };
  const note = ({ id, name, value, rating }: { id: string; name: string; value: number; rating: string }) => {
    if (!names.has(name)) return;
    vitals.set(id, { name, value, rating, route } as Vital);
  };
  return { note, send };
}
