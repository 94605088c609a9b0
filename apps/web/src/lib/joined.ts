'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';

const formats = new Map<string, Intl.ListFormat>();

/** Several names in one sentence, as the language joins them: commas are not the same everywhere (UXP-95). */
export function joined(locale: string, parts: Iterable<string>): string {
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  formats.set(locale, format);
  return format.format(parts);
}

export function useJoined(): (parts: Iterable<string>) => string {
  const locale = useLocale();
  return useCallback((parts) => joined(locale, parts), [locale]);
}
