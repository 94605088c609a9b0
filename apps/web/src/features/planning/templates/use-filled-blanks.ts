'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

const blank = /\{\{\s*(course|teacher|year|term)\s*\}\}/gi;

/** In a look at a template, what a unit made from it will fill in stands in words, not in the marks of its author (PLN-66). */
export function useFilledBlanks(): (text: string) => string {
  const t = useTranslations('planning-templates.blanks');
  return useCallback(
    (text) => text.replace(blank, (_, name: string) => t(name.toLowerCase() as 'course')),
    [t],
  );
}
