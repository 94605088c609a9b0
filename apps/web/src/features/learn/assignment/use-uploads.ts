'use client';
import type { WorkFile } from '@k12/contracts/teaching/submissions';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keptUploads } from './kept-work.ts';
import { inOneTab, runUpload } from './run-upload.ts';

export interface RunningUpload {
  id: string;
  name: string;
  size: number;
  sent: number;
  state: 'sending' | 'waiting' | 'refused';
  reason: string | null;
}

/** Files on their way: they survive a reload and a lost network, and become part of the work when they have arrived. */
export function useUploads(owner: string, assignmentId: string, onArrived: (file: WorkFile) => void) {
  const [uploads, setUploads] = useState<RunningUpload[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const arrived = useRef(onArrived);
  arrived.current = onArrived;
  const change = useCallback((id: string, fields: Partial<RunningUpload>) => {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...fields } : one)));
  }, []);
  const forget = useCallback(
    (id: string) => {
      running.current.get(id)?.abort();
      running.current.delete(id);
      setUploads((all) => all.filter((one) => one.id !== id));
      void keptUploads(owner, assignmentId)
        .remove(id)
        .catch(() => {});
    },
    [owner, assignmentId],
  );
  const add = useCallback(
    (id: string, file: File, isKept = false) => {
      if (running.current.has(id)) return;
      const control = new AbortController();
      running.current.set(id, control);
      const fresh = {
        id,
        name: file.name,
        size: file.size,
        sent: 0,
        state: 'sending',
        reason: null,
      } as const;
      setUploads((all) => [...all.filter((one) => one.id !== id), fresh]);
      const store = keptUploads(owner, assignmentId);
      const { signal } = control;
      void inOneTab(id, signal, async () => {
        // Another tab has brought it there meanwhile.
        const kept = isKept ? await store.get(id) : null;
        if (kept === undefined) return forget(id);
        const end = await runUpload({
          ...{ id, assignment_id: assignmentId, file, upload_id: kept?.upload_id ?? null, store, signal },
          onSent: (sent) => change(id, { sent, state: 'sending' }),
          onWaiting: () => change(id, { state: 'waiting' }),
        });
        if (end.kind === 'refused') change(id, { state: 'refused', reason: end.reason });
        if (end.kind !== 'done') return;
        arrived.current(end.file);
        forget(id);
      });
    },
    [assignmentId, change, forget, owner],
  );
  /** What cannot go is said beside its name, and is not kept. */
  const refuse = useCallback((file: File, reason: string) => {
    const { name, size } = file;
    const refused = { id: crypto.randomUUID(), name, size, sent: 0, state: 'refused', reason } as const;
    setUploads((all) => [...all, refused]);
  }, []);
  useEffect(() => {
    const own = running.current;
    const goOn = async () => {
      for (const { id, file } of await keptUploads(owner, assignmentId).list()) add(id, file, true);
    };
    goOn().catch(() => {});
    return () => {
      for (const control of own.values()) control.abort();
      own.clear();
    };
  }, [owner, assignmentId, add]);
  return { uploads, send: (file: File) => add(crypto.randomUUID(), file), refuse, forget };
}
