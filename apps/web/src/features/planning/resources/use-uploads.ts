'use client';
import { ApiProblem } from '@k12/contracts/client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { createResource } from '@k12/contracts/planning/resources';
import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { sendFile } from './send-file.ts';

export interface Upload {
  key: string;
  name: string;
  /** From 0 to 1. */
  share: number;
  /** Why it was not taken; null while it is under way. */
  failure: string | null;
}

const atOnce = 3;

interface Options {
  folder_id?: string | null;
  onAdded?: (resource: Resource) => void;
}

/** Files on their way to the library, three at a time; each that was refused stays with its reason. */
export function useUploads({ folder_id = null, onAdded }: Options = {}) {
  const t = useTranslations('planning-resources.upload');
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const create = useChange(createResource, ['resources.', 'resource_folders.', 'resource_storage.']);
  const running = useRef(new Map<string, { stop: AbortController; file: File }>());
  const change = useCallback(
    (key: string, changes: Partial<Upload>) =>
      setUploads((now) => now.map((one) => (one.key === key ? { ...one, ...changes } : one))),
    [],
  );
  const drop = useCallback((key: string) => {
    running.current.get(key)?.stop.abort();
    running.current.delete(key);
    setUploads((now) => now.filter((one) => one.key !== key));
  }, []);
  const send = useCallback(
    async (key: string) => {
      const job = running.current.get(key);
      if (!job) return;
      try {
        const onProgress = (share: number) => change(key, { share });
        const stored = await sendFile(job.file, { onProgress, signal: job.stop.signal });
        const resource = await create({ body: { kind: 'file', file_id: stored.id, folder_id } });
        onAdded?.(resource);
        drop(key);
      } catch (error) {
        if (job.stop.signal.aborted) return;
        change(key, { failure: reasonOf(error) ?? t('broken') });
      }
    },
    [change, create, drop, folder_id, onAdded, t],
  );
  const add = useCallback(
    async (files: readonly File[]) => {
      const added = files.map((file) => ({ key: crypto.randomUUID(), file }));
      for (const { key, file } of added) running.current.set(key, { file, stop: new AbortController() });
      const shown = added.map(({ key, file }) => ({ key, name: file.name, share: 0, failure: null }));
      setUploads((now) => [...now, ...shown]);
      const waiting = added.map(({ key }) => key);
      const next = async (): Promise<void> => {
        const key = waiting.shift();
        if (!key) return;
        await send(key);
        await next();
      };
      await Promise.all(Array.from({ length: atOnce }, next));
    },
    [send],
  );
  const again = useCallback(
    (key: string) => {
      change(key, { failure: null, share: 0 });
      void send(key);
    },
    [change, send],
  );
  return { uploads, add, again, drop };
}

/** The server says why in words of the person; null when it could not be asked. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const [fault] = error.problem.errors ?? [];
  return fault?.detail ?? error.problem.detail ?? error.message;
}
