import { useCallback, useEffect, useState } from 'react';
import { keepOnDevice, readFromDevice } from '@/lib/saving/device-copy.ts';

/** Work that is not there yet, as the student imagines it. */
export interface Imagined {
  id: string;
  category_id: string | null;
  points: string;
  entry: string;
}

/** What somebody tries in one course, as typed. */
export interface Tried {
  entries: Readonly<Record<string, string>>;
  imagined: readonly Imagined[];
}

const nothing: Tried = { entries: {}, imagined: [] };

/** Lives on this device alone, apart by person and course, and stays until it is taken back (PPL-23). */
export function useTrial(owner: string, courseId: string) {
  const key = `what-if:${owner}:${courseId}`;
  const [tried, setTried] = useState(() => read(key));
  useEffect(() => write(key, tried), [key, tried]);
  const enter = useCallback(
    (id: string, entry: string) => setTried((now) => ({ ...now, entries: { ...now.entries, [id]: entry } })),
    [],
  );
  const takeBack = useCallback(
    (id: string) => setTried((now) => ({ ...now, entries: without(now.entries, id) })),
    [],
  );
  const imagine = useCallback(
    (work: Imagined) =>
      setTried((now) => ({
        ...now,
        imagined: [...now.imagined.filter(({ id }) => id !== work.id), work],
      })),
    [],
  );
  const forget = useCallback(
    (id: string) => setTried((now) => ({ ...now, imagined: now.imagined.filter((work) => work.id !== id) })),
    [],
  );
  const startOver = useCallback(() => setTried(nothing), []);
  return { tried, enter, takeBack, imagine, forget, startOver };
}

export type TrialState = ReturnType<typeof useTrial>;

function without(entries: Tried['entries'], id: string): Tried['entries'] {
  const { [id]: _gone, ...rest } = entries;
  return rest;
}

function read(key: string): Tried {
  return { ...nothing, ...readFromDevice<Partial<Tried>>(key) };
}

function write(key: string, tried: Tried): void {
  const isNothing = Object.keys(tried.entries).length === 0 && tried.imagined.length === 0;
  keepOnDevice(key, isNothing ? null : tried);
}
