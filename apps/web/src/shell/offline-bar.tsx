'use client';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Says that there is no connection for as long as there is none; what is on the page stays readable. */
export function OfflineBar() {
  const t = useTranslations('shell');
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" data-screen-only>
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-warn-tint px-4 py-2 text-ink">
          <CloudOff aria-hidden />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
