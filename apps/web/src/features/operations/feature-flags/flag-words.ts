'use client';
import { type FlagKey, flags } from '@k12/contracts/operations/flags';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What a flag is about, in the reader's language. */
export function useFlagName(): (key: FlagKey) => string {
  const t = useTranslations('flags.names');
  return useCallback((key) => (t.has(key) ? t(key) : flags[key].description), [t]);
}
