import type { RichMark, RichNode } from '@k12/plan-content/rich-text';
import { isRichDoc } from '@k12/plan-content/rich-text';
import type { PrintBlock, PrintRun, TextRun } from '../../../platform/pdf/print-document.ts';

/** Headings of a text stand below the heading of its section. */
const headingOffset = 1;
const toneLabels: Record<string, string> = { note: '', tip: '★', caution: '⚠' };

/** The rich text of a section as blocks to print. */
export function blocksOfRichText(value: unknown): PrintBlock[] {
  return isRichDoc(value) ? blocksOf(value.content) : [];
}

function blocksOf(nodes: readonly RichNode[] | undefined): PrintBlock[] {
  return (nodes ?? []).flatMap(blockOf);
}

function blockOf(node: RichNode): PrintBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const runs = runsOf(node.content);
      return runs.length > 0 ? [{ kind: 'paragraph', runs }] : [];
    }
    case 'heading': {
      const level = Math.min(3, Number(node.attrs?.level ?? 2) + headingOffset) as 1 | 2 | 3;
      return [{ kind: 'heading', level, runs: runsOf(node.content) }];
    }
    case 'bulletList':
    case 'orderedList':
      return [
        {
          kind: 'list',
          ordered: node.type === 'orderedList',
          items: (node.content ?? []).map((item) => blocksOf(item.content)),
        },
      ];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node.content) }];
    case 'callout':
      return [
        {
          kind: 'callout',
          label: toneLabels[String(node.attrs?.tone)] ?? '',
          blocks: blocksOf(node.content),
        },
      ];
    case 'codeBlock':
      return [{ kind: 'code', text: (node.content ?? []).map(({ text }) => text ?? '').join('') }];
    case 'blockMath':
      return [{ kind: 'math', text: String(node.attrs?.latex ?? '') }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    case 'table':
      return tableOf(node);
    case 'image':
      return pictureOf(node);
    default:
      return blocksOf(node.content);
  }
}

/** Under the id of its file; whoever sets the document brings the picture, or prints its words. */
function pictureOf({ attrs }: RichNode): PrintBlock[] {
  const [id] = /[0-9a-f-]{36}/.exec(String(attrs?.src ?? '')) ?? [];
  const alt = String(attrs?.alt || attrs?.title || '');
  return id ? [{ kind: 'image', path: `/pictures/${id}`, alt }] : [];
}

function tableOf(table: RichNode): PrintBlock[] {
  const rows = (table.content ?? []).map((row) => row.content ?? []);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  if (columns === 0) return [];
  const [first = [], ...rest] = rows;
  const hasHeader = first.length > 0 && first.every(({ type }) => type === 'tableHeader');
  const filled = (cells: readonly RichNode[]) =>
    Array.from({ length: columns }, (_, at) => ({ blocks: blocksOf(cells[at]?.content) }));
  return [
    {
      kind: 'table',
      columns,
      header: hasHeader
        ? Array.from({ length: columns }, (_, at) => runsOf(first[at]?.content?.[0]?.content))
        : [],
      rows: (hasHeader ? rest : rows).map(filled),
    },
  ];
}

function runsOf(nodes: readonly RichNode[] | undefined): PrintRun[] {
  return (nodes ?? []).flatMap((node): PrintRun[] => {
    if (node.type === 'hardBreak') return [{ kind: 'break', text: '' }];
    if (node.type === 'inlineMath') return [{ kind: 'math', text: String(node.attrs?.latex ?? '') }];
    if (node.type !== 'text' || !node.text) return [];
    return [withMarks({ text: node.text }, node.marks)];
  });
}

function withMarks(run: TextRun, marks: readonly RichMark[] | undefined): TextRun {
  const styled: TextRun = { ...run };
  for (const { type, attrs } of marks ?? []) {
    if (type === 'link') styled.href = String(attrs?.href ?? '');
    else if (
      type === 'bold' ||
      type === 'italic' ||
      type === 'underline' ||
      type === 'strike' ||
      type === 'code'
    )
      styled[type] = true;
  }
  return styled;
}
