'use client';
import { CloudCheck, CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useSWRConfig } from 'swr';
import { connection } from '@/lib/api/connection.ts';
import { useSession } from '@/lib/session-context.tsx';
import { findHolder } from './step-up/find-holder.ts';

const betweenLooksMs = 5_000;
const confirmationMs = 5_000;

/** Says that there is no connection for as long as there is none, and briefly that it is back (UXP-54). */
export function OfflineBar() {
  const t = useTranslations('shell');
  const isOnline = useSyncExternalStore(connection.subscribe, connection.read, connection.readOnServer);
  const isBack = useReturn(isOnline);
  return (
    <div role="status" data-screen-only>
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-warn-tint px-4 py-2 text-ink">
          <CloudOff aria-hidden />
          {t('offline')}
        </p>
      )}
      {isBack && (
        <p className="flex items-center justify-center gap-2 bg-ok-tint px-4 py-2 text-ink">
          <CloudCheck aria-hidden />
          {t('backOnline')}
        </p>
      )}
    </div>
  );
}

/** While nothing answers, looks again every few seconds; when something does, everything shown is refreshed. */
function useReturn(isOnline: boolean): boolean {
  const { mutate } = useSWRConfig();
  const { me } = useSession();
  const wasAway = useRef(false);
  const [isBack, setBack] = useState(false);
  const userId = me.user.id;
  useEffect(() => {
    if (!isOnline) {
      wasAway.current = true;
      setBack(false);
      const look = () => void findHolder(userId).catch(() => undefined);
      const timer = setInterval(() => document.hidden || look(), betweenLooksMs);
      return () => clearInterval(timer);
    }
    if (!wasAway.current) return;
    wasAway.current = false;
    setBack(true);
    void mutate(() => true);
    const timer = setTimeout(() => setBack(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [isOnline, mutate, userId]);
  return isBack;
}
