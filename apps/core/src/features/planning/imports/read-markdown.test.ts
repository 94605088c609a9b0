import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from './imported-blocks.ts';
import { readMarkdown } from './read-markdown.ts';

const typesOf = (text: string) => readMarkdown(text).blocks.map(({ type }) => type);

test('PLN-25 Markdown is read as headings, lists, tables, quotes and code', () => {
  expect(typesOf('Title\n=====\n\ntext\nmore\n\n> said\n\n```js\nx\n```\n\n---\n')).toEqual([
    'heading',
    'paragraph',
    'blockquote',
    'codeBlock',
    'horizontalRule',
  ]);
  expect(typesOf('| a | b |\n| - | - |\n| 1 | 2 |\n')).toEqual(['table']);
  const [list] = readMarkdown('- one\n  - inner\n- two\n\n1. first\n').blocks;
  expect(list?.content).toHaveLength(2);
  expect(JSON.stringify(list?.content?.[0])).toContain('inner');
});

test('PLN-25 a link to a script is words only', () => {
  const { blocks } = readMarkdown('[press](javascript:alert(1)) and [go](https://example.org)');
  expect(JSON.stringify(blocks)).not.toContain('javascript:');
  expect(JSON.stringify(blocks)).toContain('https://example.org');
});

test('PLN-25 no word of a Markdown file is lost, and any text is read', () => {
  const line = fc.stringMatching(/^[ -~]{0,60}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const said = readMarkdown(lines.join('\n')).blocks.map(wordsOf).join(' ');
      const words = lines.join(' ').match(/[a-z]{4,}/gi) ?? [];
      // Addresses of links and the language of code are no words of the text.
      if (/[[\]()`~<>]|^---/m.test(lines.join('\n'))) return true;
      return words.every((word) => said.includes(word.slice(0, 4)));
    }),
    { numRuns: 300 },
  );
});

test('PLN-182 long lines of marks take no time', () => {
  for (const mark of ['[', '*', '`', '_', '!', ' ', '|', '-', '> ', '#']) {
    const began = performance.now();
    readMarkdown(mark.repeat(250_000));
    readMarkdown(`${mark.repeat(1_900)}\n`.repeat(100));
    expect(performance.now() - began).toBeLessThan(2_000);
  }
});
