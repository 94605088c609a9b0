'use client';
import { extendSession, getSession } from '@k12/contracts/identity/session';
import { useCallback, useEffect, useState } from 'react';
import { callSigningIn } from '@/lib/api/browser.ts';
import { recover } from '@/lib/api/recovery.ts';

const warningMilliseconds = 5 * 60_000;
/** Longer waits would overflow the browser's timers. */
const longestWait = 6 * 3_600_000;

/**
 * Five minutes before the idle end the server is asked whether it is really near: another tab, or calls of this one,
 * may have moved it. Asking does not count as activity (IDN-81).
 */
export function useIdleEnd(first: string | null) {
  // An object, so that the same instant heard again sets the timer again.
  const [expected, setExpected] = useState({ at: first });
  const [endsAt, setEndsAt] = useState<Date | null>(null);

  const look = useCallback(async () => {
    const session = await callSigningIn(getSession, {}).catch(() => null);
    // A session that is gone is noticed by the next call; here nobody has asked for anything.
    if (!session) return;
    setExpected({ at: session.idle_expires_at });
    const end = new Date(session.idle_expires_at);
    setEndsAt(end.getTime() - Date.now() <= warningMilliseconds ? end : null);
  }, []);

  useEffect(() => {
    if (!expected.at || endsAt) return;
    const wait = new Date(expected.at).getTime() - warningMilliseconds - Date.now();
    const timer = setTimeout(look, Math.min(Math.max(wait, 1_000), longestWait));
    return () => clearTimeout(timer);
  }, [expected, endsAt, look]);

  const stay = useCallback(async () => {
    const session = await callSigningIn(extendSession, {}).catch(() => null);
    setEndsAt(null);
    if (session) setExpected({ at: session.idle_expires_at });
    else await recover('session.expired');
  }, []);

  const end = useCallback(() => {
    setEndsAt(null);
    void recover('session.expired');
  }, []);

  return { endsAt, stay, end, restart: look };
}
