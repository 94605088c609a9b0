import type { ResourceFormat } from '@k12/contracts/planning/resource-records';

/** Patterns of content types, as LIKE reads them; the first that fits names the format. */
const patterns: [Exclude<ResourceFormat, 'link'>, string[]][] = [
  ['pdf', ['application/pdf']],
  ['slides', ['%presentation%', '%powerpoint%']],
  ['sheet', ['%spreadsheet%', '%ms-excel%', 'text/csv', 'text/tab-separated-values']],
  ['document', ['%wordprocessing%', '%msword%', '%opendocument.text']],
  ['image', ['image/%']],
  ['audio', ['audio/%', 'application/ogg']],
  ['video', ['video/%']],
  ['archive', ['application/zip']],
  ['text', ['text/%', 'application/json']],
];

export function formatOf(kind: string, contentType: string | null): ResourceFormat {
  if (kind === 'link') return 'link';
  const found = patterns.find(([, types]) => types.some((type) => fits(type, contentType ?? '')));
  return found?.[0] ?? 'document';
}

export function typesOf(format: Exclude<ResourceFormat, 'link'>): string[] {
  return patterns.find(([name]) => name === format)?.[1] ?? [];
}

function fits(pattern: string, type: string): boolean {
  const parts = pattern.split('%').map((part) => part.replace(/[.+]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(type);
}
