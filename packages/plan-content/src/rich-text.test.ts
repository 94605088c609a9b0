import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanRichText, deepestNode, depthOf, isBlankRichText, type RichNode } from './rich-text.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const text = (said: string, ...marks: object[]) => ({
  type: 'text',
  text: said,
  ...(marks.length && { marks }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const file = '/api/v1/files/00000000-0000-4000-8000-000000000001/content';

describe('what survives cleaning', () => {
  test('PLN-11 headings, lists, tables, links, images, code, math and callouts stay as they are', () => {
    const cell = (type: string, said: string) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(text(said))],
    });
    const given = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Heat')] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(text('warm', { type: 'bold' }))] }],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(text('x'))] }],
      },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [cell('tableHeader', 'a'), cell('tableCell', 'b')] }],
      },
      paragraph(text('see', { type: 'link', attrs: { href: 'https://example.org/a?b=1' } })),
      { type: 'image', attrs: { src: file, alt: 'a stove', title: null } },
      { type: 'codeBlock', attrs: { language: 'python' }, content: [text('print(1)')] },
      paragraph({ type: 'inlineMath', attrs: { latex: 'x^2' } }, { type: 'hardBreak' }, text('y')),
      { type: 'blockMath', attrs: { latex: '\\frac{1}{2}' } },
      { type: 'callout', attrs: { tone: 'tip' }, content: [paragraph(text('Mind the stove'))] },
      { type: 'horizontalRule' },
    );
    expect(cleanRichText(given)).toEqual(given);
  });

  test.each<[string, unknown, unknown]>([
    ['scripts', doc({ type: 'script', content: [] }, paragraph(text('a'))), doc(paragraph(text('a')))],
    [
      'frames',
      doc({ type: 'iframe', attrs: { src: 'https://x' } }, paragraph(text('a'))),
      doc(paragraph(text('a'))),
    ],
    [
      'unknown nodes, but not their words',
      doc({ type: 'spoiler', content: [paragraph(text('kept'))] }),
      doc(paragraph(text('kept'))),
    ],
    [
      'event attributes and styles',
      doc({ type: 'paragraph', attrs: { onclick: 'x()', style: 'color:red' }, content: [text('a')] }),
      doc(paragraph(text('a'))),
    ],
    [
      'links that run code',
      doc(paragraph(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))),
      doc(paragraph(text('a'))),
    ],
    [
      'links hidden behind spaces',
      doc(paragraph(text('a', { type: 'link', attrs: { href: ' java\nscript:alert(1)' } }))),
      doc(paragraph(text('a'))),
    ],
    [
      'marks nobody knows',
      doc(paragraph(text('a', { type: 'textStyle', attrs: { color: 'red' } }))),
      doc(paragraph(text('a'))),
    ],
    [
      'pictures from elsewhere',
      doc({ type: 'image', attrs: { src: 'https://x/y.png' } }),
      doc({ type: 'paragraph' }),
    ],
    [
      'pictures with data',
      doc({ type: 'image', attrs: { src: 'data:image/png;base64,x' } }),
      doc({ type: 'paragraph' }),
    ],
    [
      'a name of all objects',
      doc({ type: 'constructor', content: [paragraph(text('a'))] }),
      doc(paragraph(text('a'))),
    ],
  ])('PLN-11 %s are left out', (_name, given, cleaned) => {
    expect(cleanRichText(given)).toEqual(cleaned);
  });

  test('loose words become paragraphs, and a picture splits the one it stood in', () => {
    const picture = { type: 'image', attrs: { src: file, alt: null, title: null } };
    expect(cleanRichText(doc(text('loose'), paragraph(text('a'), picture, text('b'))))).toEqual(
      doc(paragraph(text('loose')), paragraph(text('a')), picture, paragraph(text('b'))),
    );
  });

  test('what is no rich text is none', () => {
    for (const value of ['text', null, 3, {}, { type: 'doc' }, [doc()]])
      expect(cleanRichText(value)).toBeNull();
    expect(isBlankRichText(doc(paragraph(text('  '))))).toBe(true);
    expect(isBlankRichText(doc({ type: 'image', attrs: { src: file } }))).toBe(false);
  });
});

const anyNode: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    fc.record({
      type: fc.constant('text'),
      text: fc.string(),
      marks: fc.constantFrom(undefined, [{ type: 'bold' }]),
    }),
    fc.record({
      type: fc.constantFrom(
        'paragraph',
        'heading',
        'bulletList',
        'listItem',
        'table',
        'tableRow',
        'tableCell',
        'codeBlock',
        'callout',
        'image',
        'inlineMath',
        'script',
      ),
      attrs: fc.constantFrom(undefined, { latex: 'x', src: file, onload: 'x()' }),
      content: fc.array(tie('node'), { maxLength: 4 }),
    }),
    fc.anything(),
  ),
})).node;

const holders: Record<string, (child: RichNode) => boolean> = {
  paragraph: (child) => ['text', 'hardBreak', 'inlineMath'].includes(child.type),
  heading: (child) => ['text', 'hardBreak', 'inlineMath'].includes(child.type),
  codeBlock: (child) => child.type === 'text',
  bulletList: (child) => child.type === 'listItem',
  table: (child) => child.type === 'tableRow',
  tableRow: (child) => ['tableCell', 'tableHeader'].includes(child.type),
};
const isBlock = (child: RichNode) =>
  !['text', 'hardBreak', 'inlineMath', 'listItem', 'tableRow', 'tableCell', 'tableHeader'].includes(
    child.type,
  );

function expectWellFormed(node: RichNode): void {
  expect(JSON.stringify(node)).not.toContain('onload');
  for (const child of node.content ?? []) {
    expect((holders[node.type] ?? isBlock)(child), `${child.type} in ${node.type}`).toBe(true);
    expectWellFormed(child);
  }
}

describe('whatever is sent', () => {
  test('PLN-10 PLN-11 the result is well-formed, not too deep, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 6 }), (content) => {
        const cleaned = cleanRichText({ type: 'doc', content });
        if (!cleaned) throw new Error('a document was refused');
        expectWellFormed(cleaned);
        expect(depthOf(cleaned)).toBeLessThanOrEqual(deepestNode);
        expect(cleanRichText(cleaned)).toEqual(cleaned);
      }),
      { numRuns: 1_000 },
    );
  });

  test('PLN-10 what is nested a hundred levels keeps its words', () => {
    let node: object = paragraph(text('deep'));
    for (let at = 0; at < 60; at++) node = { type: 'blockquote', content: [node] };
    const cleaned = cleanRichText(doc(node));
    expect(depthOf(cleaned)).toBeLessThanOrEqual(deepestNode);
    expect(JSON.stringify(cleaned)).toContain('deep');
  });
});
