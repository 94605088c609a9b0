import { expect, test } from 'vitest';
import { authoringFaults, withoutFault } from './authoring-checks.ts';
import type { RichDoc, RichNode } from './rich-text.ts';

const text = (words: string, link?: string): RichNode => ({
  type: 'text',
  text: words,
  ...(link && { marks: [{ type: 'link', attrs: { href: link } }] }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const heading = (level: number, words: string): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const image = (alt?: string | null): RichNode => ({
  type: 'image',
  attrs: { src: '/x', ...(alt !== undefined && { alt }) },
});
const doc = (...content: RichNode[]): RichDoc => ({ type: 'doc', content });
const kindsOf = (...content: RichNode[]) =>
  authoringFaults({ overview: doc(...content) }).map(({ kind }) => kind);

test.each([
  ['a picture without words', [image()], ['missing_alt']],
  ['a picture with the name a camera gave', [image('IMG_2041')], ['missing_alt']],
  ['a picture with words', [image('A leaf under the microscope')], []],
  ['a picture that is only decoration', [image('')], []],
  ['a small heading before any large one', [heading(3, 'First'), heading(2, 'Second')], ['heading_order']],
  ['a small heading under a large one', [heading(2, 'First'), heading(3, 'Second')], []],
  [
    'an address as a link',
    [paragraph(text('https://example.org/a', 'https://example.org/a'))],
    ['bare_link'],
  ],
  ['words as a link', [paragraph(text('The lab rules', 'https://example.org/a'))], []],
  ['an address that is no link', [paragraph(text('https://example.org/a'))], []],
])('UXP-89 (checks of texts) %s', (_case, content, expected) => {
  expect(kindsOf(...content)).toEqual(expected);
});

test('UXP-89 (checks of texts) faults are found in every text of the plan, also in lists and tables, with their place', () => {
  const table = {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [image()] }] }],
  };
  const faults = authoringFaults({
    overview: doc(paragraph(text('Fine'))),
    steps: [
      { id: 'a', text: doc(table) },
      { id: 'b', title: 'No rich text' },
    ],
  });
  expect(faults).toEqual([{ kind: 'missing_alt', path: '/steps/a/text', at: [0, 0, 0, 0], words: '' }]);
});

test('UXP-89 (fixes) each fault is put right without touching anything else', () => {
  const before = doc(
    heading(3, 'First'),
    image(),
    paragraph(text('See '), text('https://example.org', 'https://example.org')),
  );
  const faults = authoringFaults({ overview: before });
  const words = { heading_order: '', missing_alt: 'A leaf', bare_link: 'the rules' };
  const after = faults.reduce((known, fault) => withoutFault(known, fault, words[fault.kind]), before);
  expect(authoringFaults({ overview: after })).toEqual([]);
  expect(after.content[0]).toEqual(heading(2, 'First'));
  expect(after.content[1]?.attrs).toEqual({ src: '/x', alt: 'A leaf' });
  expect(after.content[2]).toEqual(paragraph(text('See '), text('the rules', 'https://example.org')));
});
