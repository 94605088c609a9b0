'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { directionOf } from './locales.ts';

const formats = new Map<string, Intl.ListFormat>();

/** Several names in one sentence, as the language joins them: commas are not the same everywhere (UXP-95). */
export function joined(locale: string, parts: Iterable<string>): string {
  const names = [...parts];
  if (names.length < 2) return names[0] ?? '';
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  formats.set(locale, format);
  // Between Arabic words each Latin name is its own run, or "9B" and "9D" would lie across each other (UXP-94).
  const isMixed = directionOf(locale) === 'rtl';
  return format.format(isMixed ? names.map((name) => `\u2068${name}\u2069`) : names);
}

export function useJoined(): (parts: Iterable<string>) => string {
  const locale = useLocale();
  return useCallback((parts) => joined(locale, parts), [locale]);
}
