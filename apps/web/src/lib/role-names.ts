'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** System roles are named in the reader's language; a custom role keeps the name it was given. */
export function useRoleName() {
  const t = useTranslations('people.roleNames');
  return useCallback((key: string, given?: string) => (t.has(key) ? t(key) : (given ?? key)), [t]);
}
