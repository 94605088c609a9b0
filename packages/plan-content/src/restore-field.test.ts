import { expect, test } from 'vitest';
import { restoreField } from './restore-field.ts';

const list = (...ids: string[]) => ids.map((id) => ({ id: id[0], text: id }));

test.each([
  ['a text', { a: 'new', b: 'kept' }, { a: 'old', b: 'x' }, '/a', { a: 'old', b: 'kept' }],
  ['what was not there', { a: 'new', b: 'kept' }, {}, '/a', { b: 'kept' }],
  ['an entry', { l: list('a2', 'b2') }, { l: list('a1', 'b1') }, '/l/b', { l: list('a2', 'b1') }],
  ['a field of an entry', { l: list('a2', 'b2') }, { l: list('a1') }, '/l/a/text', { l: list('a1', 'b2') }],
  [
    'an entry gone since',
    { l: list('a', 'c') },
    { l: list('a', 'b', 'c') },
    '/l/b',
    { l: list('a', 'b', 'c') },
  ],
  ['a first entry gone since', { l: list('c') }, { l: list('a', 'c') }, '/l/a', { l: list('a', 'c') }],
  ['an entry added since', { l: list('a', 'b') }, { l: list('a') }, '/l/b', { l: list('a') }],
  ['into a list gone since', {}, { l: list('a', 'b') }, '/l/b/text', { l: list('b') }],
])('PLN-41 restores %s alone', (_what, present, old, path, expected) => {
  expect(restoreField(present, old, path)).toEqual(expected);
});
