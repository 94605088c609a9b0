'use client';
import { useEffect } from 'react';
import { useSWRConfig } from 'swr';
import { isKeyOf } from '@/lib/api/keys.ts';
import { recover } from '@/lib/api/recovery.ts';

/** What the stream names, and the cached replies that are old then. */
const staleBy: Record<string, readonly string[]> = {
  notification: ['notifications.'],
  feature_flags_changed: ['me.'],
};
/** Hidden tabs let go of their connection after a while; a browser has few of them (UXP-114). */
const letGoAfterMs = 60_000;

/** One open stream per visible tab tells what to read again (UXP-17). The browser reconnects by itself. */
export function useLiveNews(): void {
  const { mutate } = useSWRConfig();
  useEffect(() => {
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (prefixes: readonly string[]) =>
      void mutate((key) => prefixes.some((prefix) => isKeyOf(key, prefix)));
    const open = () => {
      stream ??= new EventSource('/api/v1/events');
      for (const [name, prefixes] of Object.entries(staleBy))
        stream.addEventListener(name, () => refresh(prefixes));
      stream.addEventListener('record_changed', (event) => {
        const { type } = JSON.parse((event as MessageEvent<string>).data) as { type: string };
        refresh([`${type}s.`]);
      });
      stream.addEventListener('session_ended', () => void recover('session.expired'));
    };
    const close = () => {
      stream?.close();
      stream = null;
    };
    const onVisibility = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(close, letGoAfterMs);
      else if (!stream) {
        open();
        refresh(['notifications.']);
      }
    };
    open();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      clearTimeout(timer);
      close();
    };
  }, [mutate]);
}
