import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { namesIn, pageTexts, pageTextsFile, pageTextsModule } from '../../scripts/page-texts.ts';
import { locales } from './locales.ts';
import type { Messages } from './messages.ts';
import { pick } from './page-texts.ts';

const folder = path.resolve(import.meta.dirname, '../../messages');
const messagesOf = (locale: string): Messages =>
  Object.fromEntries(
    readdirSync(path.join(folder, locale)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8')) as Messages,
    ]),
  );

test('UXP-106 each page is sent the texts it can show, and the list of them is current (npm run generate)', () => {
  expect(readFileSync(pageTextsFile, 'utf8')).toBe(pageTextsModule());
});

test.each(locales)('UXP-91 every area a page can show exists in %s', (locale) => {
  const all = messagesOf(locale);
  for (const [place, names] of Object.entries(pageTexts())) {
    for (const name of names) {
      const sent: Messages = pick(all, names.join(' '));
      const found = name.split('.').reduce((from, part) => (from[part] ?? {}) as Messages, sent);
      expect(Object.keys(found).length, `${name} at ${place}`).toBeGreaterThan(0);
    }
  }
});

test('UXP-106 parts loaded on demand count for their page, and what a layout sends is not sent again', () => {
  const { '/plan/units': library = [], '/(signed-in)/layout': layout = [] } = pageTexts();
  expect(library).toContain('planning-library');
  expect(library.filter((name) => layout.includes(name.split('.')[0] ?? ''))).toEqual([]);
  expect(library).not.toContain('teaching-gradebook');
});

test('UXP-106 texts named by a key alone are found by the area their key begins with', () => {
  expect(namesIn("const t = useTranslations('people.states');")).toEqual(['people.states']);
  const whole = "const t = useTranslations(); t('errors.load'); t(`pages.$" + "{title}`); t('x.y')";
  expect(namesIn(whole)).toEqual(['errors', 'pages']);
});

test('UXP-106 no page of the app is sent more than 40 kB of texts besides those of the shell', () => {
  const all = messagesOf('en');
  for (const [place, names] of Object.entries(pageTexts()))
    expect(JSON.stringify(pick(all, names.join(' '))).length / 1024, place).toBeLessThan(40);
});
