import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { locales } from './locales.ts';
import { pageList } from './pages.ts';
import { pseudo } from './pseudo.ts';

type Messages = { [key: string]: string | Messages };
const folder = path.resolve(import.meta.dirname, '../../messages');
const areas = readdirSync(path.join(folder, 'en'));

const read = (locale: string, area: string) =>
  JSON.parse(readFileSync(path.join(folder, locale, area), 'utf8')) as Messages;

function entries(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : entries(value, `${prefix}${key}.`),
  );
}

/** The names between braces that are values, without the words of plural and select branches. */
function placeholders(message: string): string[] {
  // A branch may be one word, as in `=0 {never}`, and is no value for that.
  const text = message.replace(/(=\d+|\b(?:zero|one|two|few|many|other))\s*\{\w+\}/g, '$1');
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))]
    .filter((name) => text.includes(`{${name},`) || text.includes(`{${name}}`))
    .sort();
}

test.each(locales)('UXP-91 every key of every area exists in %s, and none besides', (locale) => {
  for (const area of areas) {
    const keys = entries(read(locale, area)).map(([key]) => key);
    expect(keys.sort(), area).toEqual(
      entries(read('en', area))
        .map(([key]) => key)
        .sort(),
    );
  }
});

test.each(['es', 'fr', 'ar'])('UXP-93 the texts of %s carry the values of the English ones', (locale) => {
  for (const area of areas) {
    const own = Object.fromEntries(entries(read(locale, area)));
    for (const [key, text] of entries(read('en', area))) {
      const named = placeholders(text).filter((name) => text.includes(`{${name}`));
      for (const name of named) expect(own[key], `${area} ${key} in ${locale}`).toContain(`{${name}`);
    }
  }
});

test('UXP-93 counted texts have all six forms in Arabic', () => {
  for (const area of areas) {
    for (const [key, text] of entries(read('ar', area))) {
      if (!text.includes(', plural,')) continue;
      for (const form of ['one', 'two', 'few', 'many', 'other'])
        expect(text, `${area} ${key}`).toMatch(new RegExp(`\\b${form}\\s*\\{`));
    }
  }
});

/** The states of plans and of work, as the whole product calls them. */
const statusWords: Record<string, string> = {
  draft: 'Draft',
  in_review: 'In review',
  published: 'Published',
  archived: 'Archived',
  assigned: 'Assigned',
  turned_in: 'Turned in',
  late: 'Late',
  missing: 'Missing',
  excused: 'Excused',
  returned: 'Returned',
};

test('UXP-128 a state has the same word wherever it is shown', () => {
  const lists = /(^|\.)(states?|status|statuses)\.(\w+)$/;
  const shown = areas.flatMap((area) =>
    entries(read('en', area)).flatMap(([key, word]) => {
      const name = lists.exec(key)?.[3] ?? '';
      return statusWords[name] ? [[`${area} ${key}`, word, statusWords[name]] as const] : [];
    }),
  );
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter(([, word, one]) => word !== one)).toEqual([]);
});

test('UXP-93 the loader knows every area file', () => {
  const loader = readFileSync(path.join(import.meta.dirname, 'messages.ts'), 'utf8');
  for (const area of areas) expect(loader).toContain(`'${area.replace('.json', '')}'`);
});

test('UXP-10 every registered page has a title', () => {
  const titles = read('en', 'pages.json');
  expect(pageList.filter(({ title }) => typeof titles[title] !== 'string')).toEqual([]);
});

test('UXP-93 the pseudo-language lengthens words and leaves values and plurals alone', () => {
  const { greeting, count } = pseudo({
    greeting: 'Good day, {name}',
    count: '{n, plural, one {# school} other {# schools}}',
  }) as Record<string, string>;
  expect(greeting).toMatch(/^\[Göödd?.*\{name\}~+\]$/);
  expect(count).toContain('{n, plural, one {# school} other {# schools}}');
});
