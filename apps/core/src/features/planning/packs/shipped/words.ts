import type { PackField, PackSection, PackWords } from '@k12/contracts/planning/packs';

/** English, Spanish, French, Arabic. */
export function words(en: string, es: string, fr: string, ar: string): PackWords {
  return { en, es, fr, ar };
}

type Extra<T> = Omit<T, 'key' | 'kind' | 'label' | 'help'>;

/** One section: key, kind, what it is called, how to fill it, and the rest. */
export function section(
  key: string,
  kind: PackSection['kind'],
  label: PackWords,
  help: PackWords,
  rest: Extra<PackSection> = {},
): PackSection {
  return { key, kind, label, help, ...rest };
}

/** One field of a repeating group. */
export function field(
  key: string,
  kind: PackField['kind'],
  label: PackWords,
  rest: Extra<PackField> = {},
): PackField {
  return { key, kind, label, ...rest };
}

export function option(value: string, label: PackWords) {
  return { value, label };
}
