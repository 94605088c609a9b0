import { useCallback, useRef } from 'react';

interface Versioned {
  id: string;
  lock_version: number;
}

/**
 * Saves of one record go one after another, each on the version the one before left: whoever changes two things before
 * the page was read again has no conflict with themselves.
 */
export function useInTurn(record: Versioned) {
  const held = useRef({
    id: record.id,
    version: record.lock_version,
    last: Promise.resolve() as Promise<unknown>,
  });
  if (held.current.id !== record.id)
    held.current = { id: record.id, version: record.lock_version, last: Promise.resolve() };
  else held.current.version = Math.max(held.current.version, record.lock_version);
  return useCallback(<T extends Versioned>(send: (lock_version: number) => Promise<T>): Promise<T> => {
    const of = held.current;
    const saved = of.last.then(async () => {
      const reply = await send(of.version);
      of.version = Math.max(of.version, reply.lock_version);
      return reply;
    });
    of.last = saved.catch(() => undefined);
    return saved;
  }, []);
}
