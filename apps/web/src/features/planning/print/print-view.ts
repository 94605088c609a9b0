import { isOneOf, readWords } from '@/lib/address-values.ts';
import { isLocale } from '@/lib/locales.ts';

const isSwitch = isOneOf(['true', 'false']);
const checks = {
  lessons: isSwitch,
  standards: isOneOf(['full', 'codes', 'none']),
  resources: isSwitch,
  student_copy: isSwitch,
  leave_out: (value: string) => value.length <= 2_000,
};
const isNamed = isOneOf(['draft', 'published', 'current']);

/** What is printed and how is in the address, so that a print can be bookmarked. */
export function readPrintView(params: Record<string, string | string[] | undefined>, locale: string) {
  const { version } = params;
  const number = Number(version);
  return {
    locale: isLocale(locale) ? locale : 'en',
    ...(typeof version === 'string' && isNamed(version) ? { version } : number > 0 && { version: number }),
    ...readWords(checks, (name) => params[name]),
  };
}
