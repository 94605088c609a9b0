import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { joined } from './joined.ts';

const source = path.resolve(import.meta.dirname, '..');

test.each([
  ['en', 'Ada, Ben, and Cy'],
  ['es', 'Ada, Ben y Cy'],
  ['fr', 'Ada, Ben et Cy'],
  ['ar', '\u2068Ada\u2069 و\u2068Ben\u2069 و\u2068Cy\u2069'],
])('UXP-95 a list is joined as %s joins it', (locale, expected) => {
  expect(joined(locale, ['Ada', 'Ben', 'Cy'])).toBe(expected);
  expect(joined(locale, ['Ada'])).toBe('Ada');
  expect(joined(locale, [])).toBe('');
});

/** What is typed with commas and read again, and places or marks that are no list of names. */
const notLists: ReadonlySet<string> = new Set([
  'features/planning/editor/frame/details-dialog.tsx',
  'features/planning/resources/resource-form.tsx',
  'features/planning/resources/tags-field.tsx',
  'features/planning/editor/conflicts/said.ts',
  'features/planning/standards/import-preview.tsx',
  'features/planning/standards/framework-form.tsx',
  'features/planning/standards/standard-form.tsx',
  'features/teaching/gradebook/sheet-cell.tsx',
  'features/identity/academic-years/calendar/day-cell.tsx',
  'features/identity/academic-years/calendar/week-form.tsx',
]);

test('UXP-95 no text of a page joins names with commas of its own', () => {
  const own = globSync('**/*.{ts,tsx}', { cwd: source })
    .filter((file) => !/\.test\.|^test\//.test(file))
    .filter((file) => /\.join\(\s*[`'"], [`'"]\s*\)/.test(readFileSync(path.join(source, file), 'utf8')));
  expect(own.filter((file) => !notLists.has(file))).toEqual([]);
});
