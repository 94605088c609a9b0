import type { SheetKind } from '@k12/contracts/planning/sheets';
import { isDay, isId, isOneOf, readWords } from '@/lib/address-values.ts';
import { isLocale } from '@/lib/locales.ts';

const checks = {
  id: isId,
  section_id: isId,
  from: isDay,
  to: isDay,
  numbers: isOneOf(['true']),
  paper: isOneOf(['a4', 'us-letter']),
  black_and_white: isOneOf(['true']),
};

/** What is printed and how is in the address, so that a print can be bookmarked. */
export function readSheetView(
  kind: SheetKind,
  params: Record<string, string | string[] | undefined>,
  locale: string,
) {
  const chosen = readWords(checks, (name) => params[name]);
  return { of: kind, locale: isLocale(locale) ? locale : 'en', ...chosen };
}
