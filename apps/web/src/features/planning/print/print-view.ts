import { isOneOf, readWords } from '../../../lib/address-values.ts';
import { isLocale } from '../../../lib/locales.ts';

export const papers = ['a4', 'us-letter'] as const;
/** Percent of the usual size (PLN-168). */
export const sizes = ['100', '125', '150'] as const;

const isSwitch = isOneOf(['true', 'false']);
const checks = {
  lessons: isSwitch,
  standards: isOneOf(['full', 'codes', 'none']),
  resources: isSwitch,
  student_copy: isSwitch,
  paper: isOneOf(papers),
  font_percent: isOneOf(sizes),
  black_and_white: isSwitch,
  leave_out: (value: string) => value.length <= 2_000,
};
const isNamed = isOneOf(['draft', 'published', 'current']);

/** What is printed and how is in the address, so that a print can be bookmarked. */
export function readPrintView(params: Record<string, string | string[] | undefined>, locale: string) {
  const { version } = params;
  const number = Number(version);
  const { font_percent, ...words } = readWords(checks, (name) => params[name]);
  return {
    locale: isLocale(locale) ? locale : 'en',
    ...(typeof version === 'string' && isNamed(version) ? { version } : number > 0 && { version: number }),
    ...(font_percent && { font_percent: Number(font_percent) }),
    ...words,
  };
}
