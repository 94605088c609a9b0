'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What an action of the log means in the reader's language; else as the server puts it. */
export function useActionName() {
  const t = useTranslations('audit.actions');
  return useCallback(
    (action: string, meaning?: string) => (t.has(action) ? t(action) : (meaning ?? action)),
    [t],
  );
}
