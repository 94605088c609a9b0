import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PrintBlock, PrintDocument, PrintRun } from '../../../platform/pdf/print-document.ts';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A word-processor file that can be edited further: real headings, lists and tables (PLN-171). */
export async function toDocx(document: PrintDocument): Promise<Buffer> {
  const rtl = document.direction === 'rtl';
  const children = [
    new Paragraph({ text: document.title, heading: HeadingLevel.TITLE, bidirectional: rtl }),
    ...[document.school_name, document.subtitle]
      .filter(Boolean)
      .map((text) => new Paragraph({ text, bidirectional: rtl })),
    ...document.facts.map(
      ({ label, value }) =>
        new Paragraph({
          bidirectional: rtl,
          children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)],
        }),
    ),
    ...document.blocks.flatMap((block) => elementsOf(block, { rtl, depth: 0 })),
  ];
  const file = new Document({
    title: document.title,
    creator: document.authors.join(', '),
    numbering: {
      config: [
        {
          reference: 'numbered',
          levels: [0, 1, 2, 3].map((level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.START,
          })),
        },
      ],
    },
    sections: [{ children, footers: { default: footerOf(document, rtl) } }],
  });
  return Packer.toBuffer(file);
}

function footerOf({ footer }: PrintDocument, rtl: boolean): Footer {
  const number = new TextRun({ children: [` · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [new Paragraph({ bidirectional: rtl, children: [new TextRun(footer), number] })],
  });
}

interface Place {
  rtl: boolean;
  depth: number;
}

function elementsOf(block: PrintBlock, place: Place): (Paragraph | Table)[] {
  const bidirectional = place.rtl;
  const indent = place.depth > 0 ? { indent: { start: place.depth * 360 } } : {};
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level - 1] ?? headings[2],
          bidirectional,
          children: runs(block.runs),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ bidirectional, children: runs(block.runs), ...indent })];
    case 'list':
      return block.items.flatMap((item) => itemElements(item, block.ordered, place));
    case 'table':
      return [tableOf(block, place)];
    case 'code':
    case 'math':
      return block.text
        .split('\n')
        .map((text) => new Paragraph({ children: [new TextRun({ text, font: 'Consolas' })], ...indent }));
    case 'quote':
      return block.blocks.flatMap((inner) => elementsOf(inner, { ...place, depth: place.depth + 1 }));
    case 'callout': {
      const label = block.label
        ? [new Paragraph({ bidirectional, children: [new TextRun({ text: block.label, bold: true })] })]
        : [];
      return [
        ...label,
        ...block.blocks.flatMap((inner) => elementsOf(inner, { ...place, depth: place.depth + 1 })),
      ];
    }
    case 'image':
      return [new Paragraph({ bidirectional, children: [new TextRun({ text: block.alt, italics: true })] })];
    case 'rule':
      return [new Paragraph({ thematicBreak: true })];
    case 'page_break':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function itemElements(item: PrintBlock[], ordered: boolean, place: Place): (Paragraph | Table)[] {
  const [first, ...rest] = item;
  const level = Math.min(place.depth, 3);
  const mark = ordered ? { numbering: { reference: 'numbered', level } } : { bullet: { level } };
  const opening =
    first?.kind === 'paragraph'
      ? [new Paragraph({ bidirectional: place.rtl, children: runs(first.runs), ...mark })]
      : first
        ? elementsOf(first, { ...place, depth: place.depth + 1 })
        : [];
  return [...opening, ...rest.flatMap((block) => elementsOf(block, { ...place, depth: place.depth + 1 }))];
}

function tableOf(table: Extract<PrintBlock, { kind: 'table' }>, place: Place): Table {
  const cell = (children: (Paragraph | Table)[]) =>
    new TableCell({ children: children.length > 0 ? children : [new Paragraph('')] });
  const header = table.header.map((content) =>
    cell([new Paragraph({ bidirectional: place.rtl, children: runs(content, true) })]),
  );
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        children: row.map(({ blocks }) =>
          cell(blocks.flatMap((block) => elementsOf(block, { ...place, depth: 0 }))),
        ),
      }),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: place.rtl,
    rows: [...(header.length > 0 ? [new TableRow({ children: header, tableHeader: true })] : []), ...rows],
  });
}

function runs(all: readonly PrintRun[], bold = false): ParagraphChild[] {
  return all.map((run) => {
    if (run.kind === 'break') return new TextRun({ break: 1 });
    if (run.kind === 'math') return new TextRun({ text: run.text, font: 'Consolas' });
    const text = new TextRun({
      text: run.text,
      bold: bold || run.bold === true,
      italics: run.italic === true,
      strike: run.strike === true,
      ...(run.underline ? { underline: {} } : {}),
      ...(run.code ? { font: 'Consolas' } : {}),
      ...(run.href ? { style: 'Hyperlink' } : {}),
    });
    return run.href ? new ExternalHyperlink({ link: run.href, children: [text] }) : text;
  });
}
