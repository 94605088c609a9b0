'use client';
import type { PackWords } from '@k12/contracts/planning/packs';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** Words that a pack brings itself, in the reader's language or in English. */
export function usePackWords(): (words: PackWords | null | undefined) => string {
  const locale = useLocale();
  return useCallback((words) => words?.[locale as keyof PackWords] ?? words?.en ?? '', [locale]);
}
