import { expect, test } from 'vitest';
import { anchorIn } from './anchor.ts';

const content = {
  overview: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Compare two ' },
          { type: 'text', text: 'recipes', marks: [{ type: 'bold' }] },
        ],
      },
    ],
  },
  goals: [{ id: 'a1', text: 'Write ratios' }],
  note: 'Watch  the\nclock',
};

test.each([
  [null, null, 'plan'],
  ['/overview', null, 'section'],
  ['/never_filled', null, 'section'],
  ['/overview', 'two recipes', 'quote'],
  ['/note', 'Watch the clock', 'quote'],
  ['/goals/a1', 'ratios', 'quote'],
  ['/goals', 'Write ratios', 'quote'],
  ['/goals/gone', null, 'text_changed'],
  ['/goals/gone', 'Write ratios', 'text_changed'],
  ['/overview', 'three recipes', 'text_changed'],
] as const)('PLN-151 a comment on %s with the words %s stands on: %s', (path, quote, expected) => {
  expect(anchorIn(content, path, quote)).toBe(expected);
});
