import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { convertMath } from './convert-math.ts';
import type { PrintBlock, PrintDocument } from './print-document.ts';
import { heading, paragraph } from './print-document.ts';
import { renderPdf } from './render-pdf.ts';

function aDocument(blocks: PrintBlock[], changes: Partial<PrintDocument> = {}): PrintDocument {
  return {
    title: 'Ratios',
    subtitle: 'Mathematics',
    authors: ['Ana Ruiz'],
    language: 'en',
    direction: 'ltr',
    paper: 'a4',
    landscape: false,
    font_percent: 100,
    black_and_white: false,
    school_name: 'Riverbend Middle School',
    footer: 'Version 9',
    facts: [{ label: 'Teacher', value: 'Ana Ruiz' }],
    contents_title: '',
    blocks,
    ...changes,
  };
}

/** The marked structure of an uncompressed enough PDF: Typst writes its tags as plain names. */
const text = (pdf: Buffer) => pdf.toString('latin1');

test('PLN-167 a document is a tagged PDF/UA-1 file in its own language', () => {
  const pdf = renderPdf(aDocument([heading(1, 'Lesson 1'), paragraph('Compare two recipes.')]));
  expect(text(pdf).slice(0, 5)).toBe('%PDF-');
  expect(text(pdf)).toContain('pdfuaid:part');
  expect(text(pdf)).toMatch(/\/Lang\s*\(en/);
});

test('PLN-167 Arabic with formulas and tables is set from right to left', () => {
  const blocks: PrintBlock[] = [
    heading(1, 'الدرس الأول'),
    { kind: 'paragraph', runs: [{ text: 'النسبة ' }, { kind: 'math', text: '\\frac{a}{b}' }] },
    { kind: 'math', text: '\\sum_{i=1}^{n} x_i^2 \\le \\sqrt{2}' },
    {
      kind: 'table',
      columns: 2,
      header: [[{ text: 'الوقت' }], [{ text: 'النشاط' }]],
      rows: [[{ blocks: [paragraph('10')] }, { blocks: [paragraph('حوار')] }]],
    },
  ];
  const pdf = renderPdf(aDocument(blocks, { title: 'النسب', language: 'ar', direction: 'rtl' }));
  expect(text(pdf)).toMatch(/\/Lang\s*\(ar/);
});

test('PLN-166 what people typed is text: nothing in it is run or read', () => {
  const hostile =
    '#read("/etc/passwd") #panic("x") $ #eval("1") $ \\ */ // " \u0000\ud800 \u{1f600} 漢字 <script>';
  const blocks: PrintBlock[] = [
    paragraph(hostile),
    heading(2, hostile),
    { kind: 'code', text: hostile },
    { kind: 'math', text: hostile },
    { kind: 'paragraph', runs: [{ text: hostile, href: 'https://example.org/#panic()' }] },
  ];
  expect(renderPdf(aDocument(blocks, { title: hostile, footer: hostile })).length).toBeGreaterThan(5_000);
});

test('PLN-166 formulas that would be more than math stay as typed', () => {
  expect(convertMath('\\frac{a}{b}')).toBe('a/b');
  for (const tex of ['#read("x")', '\\text{#panic()}', '@ref', '`raw`', '$'.repeat(3), 'x'.repeat(3_000)])
    expect(convertMath(tex) ?? '', tex).not.toMatch(/[#@`$]/);
});

test.each(['ltr', 'rtl'] as const)(
  'PLN-167 every kind of block is set on paper that reads %s',
  (direction) => {
    const line = paragraph('A ratio compares. النسبة تقارن.');
    const linked = { text: 'the simulation', href: 'https://example.org/a/long/address' };
    const blocks: PrintBlock[] = [
      { kind: 'heading', level: 2, runs: [linked] },
      { kind: 'paragraph', runs: [{ text: 'نعم ' }, linked, { text: '', kind: 'break' }] },
      { kind: 'list', ordered: true, items: [[line, { kind: 'list', ordered: false, items: [[line]] }]] },
      { kind: 'quote', blocks: [line] },
      { kind: 'callout', label: '★', blocks: [line] },
      { kind: 'callout', label: '', blocks: [line] },
      { kind: 'code', text: 'x = 1' },
      { kind: 'math', text: 'x^2' },
      {
        ...{ kind: 'table', columns: 2, widths: [9, 1], header: [[linked], [{ text: 'Minutes' }]] },
        rows: [
          [{ blocks: [line] }, { blocks: [] }],
          [{ blocks: [paragraph('Long. '.repeat(2_000))] }, { blocks: [{ kind: 'rule' }] }],
        ],
      },
      { kind: 'page_break' },
      line,
    ];
    const pdf = renderPdf(aDocument(blocks, { direction, contents_title: 'Contents' }));
    expect(text(pdf)).toContain('example.org/a/long/address');
  },
);

test('PLN-168 paper, size and black and white are followed', () => {
  const long = Array.from({ length: 200 }, (_, index) => paragraph(`Line ${index}`));
  const pagesOf = (pdf: Buffer) =>
    Number(/\/Type\s*\/Pages[\s\S]{0,200}?\/Count\s+(\d+)/.exec(text(pdf))?.[1]);
  const plain = renderPdf(aDocument(long));
  const large = renderPdf(aDocument(long, { font_percent: 150 }));
  expect(pagesOf(large)).toBeGreaterThan(pagesOf(plain));
  const letter = renderPdf(aDocument(long, { paper: 'us-letter', landscape: true }));
  expect(text(letter)).toMatch(/MediaBox\s*\[0 0 792 612\]/);
});

test('PLN-166 memory does not grow with every document', () => {
  const long = Array.from({ length: 100 }, (_, index) => paragraph(`Line ${index} ${'word '.repeat(30)}`));
  const script = `
    const { renderPdf } = await import(${JSON.stringify(new URL('./render-pdf.ts', import.meta.url).href)});
    const document = ${JSON.stringify(aDocument(long))};
    for (let i = 0; i < 15; i++) renderPdf({ ...document, title: 'Warm ' + i });
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 60; i++) renderPdf({ ...document, title: 'Run ' + i });
    console.log(Math.round((process.memoryUsage().rss - before) / 1e6));`;
  const grown = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(Number(grown)).toBeLessThan(120);
});

test('UXP-98 a picture that cannot be read costs only itself, and its words stand there instead', () => {
  const blocks: PrintBlock[] = [
    paragraph('Before'),
    { kind: 'image', path: '/pictures/a', alt: 'A map of the river' },
    { kind: 'image', path: '/pictures/gone', alt: 'Another' },
  ];
  const broken = renderPdf(aDocument(blocks, { images: { '/pictures/a': Buffer.from('no picture') } }));
  expect(text(broken)).not.toMatch(/\/Subtype\s*\/Image/);
  expect(text(broken)).toContain('pdfuaid:part');
});
