import { expect, test } from 'vitest';
import { mergeBlocks } from './merge-blocks.ts';

const blocks = (...texts: string[]) =>
  texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));

test.each([
  ['only one side changed', ['a', 'b'], ['a', 'b2'], ['a', 'b'], ['a', 'b2']],
  ['each changed another paragraph', ['a', 'b', 'c'], ['a2', 'b', 'c'], ['a', 'b', 'c2'], ['a2', 'b', 'c2']],
  ['both added in other places', ['a', 'b'], ['x', 'a', 'b'], ['a', 'b', 'y'], ['x', 'a', 'b', 'y']],
  [
    'one took out what the other left',
    ['a', 'b', 'c', 'd'],
    ['a', 'c', 'd'],
    ['a', 'b', 'c', 'd2'],
    ['a', 'c', 'd2'],
  ],
  [
    'both changed the same paragraph: both stand',
    ['a', 'b'],
    ['a', 'mine'],
    ['a', 'theirs'],
    ['a', 'mine', 'theirs'],
  ],
  ['both did the same', ['a'], ['b'], ['b'], ['b']],
])('TCH-28 merging by paragraph: %s', (_what, base, mine, theirs, merged) => {
  const of = (texts: string[]) => blocks(...texts);
  expect(mergeBlocks(of(base), of(mine), of(theirs))).toEqual(of(merged));
});
