import { linkAddress, type RichMark, type RichNode } from '@k12/plan-content/rich-text';
import { type ImportedBlocks, type ListLine, listBlocks, paragraph } from './imported-blocks.ts';

const listLine = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const fence = /^ {0,3}(```+|~~~+)\s*([\w+-]*)/;
const divider = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Longer lines are words, whatever they begin with: nobody writes a heading or a table like that by hand. */
const longestLine = 2_000;

/** Markdown as people write it by hand: headings, lists, tables, quotes, code, emphasis and links. No HTML runs. */
export function readMarkdown(text: string): ImportedBlocks {
  const lines = withoutFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).split('\n');
  const blocks: RichNode[] = [];
  const pictures = { count: 0 };
  let at = 0;
  while (at < lines.length) {
    const [block, next] = readBlock(lines, at, pictures);
    blocks.push(...block);
    at = next;
  }
  return { blocks, pictures: pictures.count };
}

type Pictures = { count: number };

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}

function readBlock(lines: readonly string[], at: number, pictures: Pictures): [RichNode[], number] {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [[], at + 1];
  if (line.length > longestLine) return [[paragraph(words(line.trim(), []))], at + 1];
  const fenced = fence.exec(line);
  if (fenced) return readCode(lines, at, fenced[1] ?? '```', fenced[2] ?? '');
  const [, marks, said] = heading.exec(line) ?? [];
  if (marks !== undefined)
    return [
      [{ type: 'heading', attrs: { level: marks.length }, content: inline(said ?? '', pictures) }],
      at + 1,
    ];
  if (rule.test(line)) return [[{ type: 'horizontalRule' }], at + 1];
  if (line.includes('|') && isDivider(lines[at + 1] ?? '')) return readTable(lines, at, pictures);
  if (listLine.test(line)) return readList(lines, at, pictures);
  if (/^ {0,3}>/.test(line)) return readQuote(lines, at, pictures);
  return readParagraph(lines, at, pictures);
}

function isDivider(line: string): boolean {
  return line.length <= longestLine && line.includes('-') && divider.test(line);
}

function readCode(
  lines: readonly string[],
  at: number,
  mark: string,
  language: string,
): [RichNode[], number] {
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(mark)) end += 1;
  const text = lines.slice(at + 1, end).join('\n');
  const content = text === '' ? [] : [{ type: 'text', text }];
  return [[{ type: 'codeBlock', attrs: { language: language || null }, content }], end + 1];
}

function readTable(lines: readonly string[], at: number, pictures: Pictures): [RichNode[], number] {
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  const rows = [lines[at] ?? '', ...lines.slice(at + 2, end)].map((line, row) => ({
    type: 'tableRow',
    content: cellsOf(line).map((cell) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(inline(cell, pictures))],
    })),
  }));
  return [[{ type: 'table', content: rows }], end];
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readList(lines: readonly string[], at: number, pictures: Pictures): [RichNode[], number] {
  const found: (Omit<ListLine, 'content'> & { said: string })[] = [];
  let end = at;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (line.length > longestLine) break;
    const [, indent, , number, said] = listLine.exec(line) ?? [];
    const last = found.at(-1);
    if (said !== undefined && !rule.test(line)) {
      const width = (indent ?? '').replaceAll('\t', '    ').length;
      found.push({ depth: width, ordered: number !== undefined, said });
    } else if (line.trim() === '') {
      // One empty line may stand between two entries.
      if (!listLine.test(lines[end + 1] ?? '')) break;
    } else if (last && /^\s+\S/.test(line)) last.said += ` ${line.trim()}`;
    else break;
    end += 1;
  }
  return [listBlocks(found.map(({ said, ...line }) => ({ ...line, content: inline(said, pictures) }))), end];
}

function readQuote(lines: readonly string[], at: number, pictures: Pictures): [RichNode[], number] {
  let end = at;
  while (end < lines.length && /^ {0,3}>/.test(lines[end] ?? '')) end += 1;
  const quoted = lines.slice(at, end).map((line) => line.replace(/^ {0,3}>\s?/, ''));
  return [[{ type: 'blockquote', content: [paragraph(inline(quoted.join(' '), pictures))] }], end];
}

function readParagraph(lines: readonly string[], at: number, pictures: Pictures): [RichNode[], number] {
  let end = at + 1;
  while (end < lines.length && !beginsAnother(lines[end] ?? '')) {
    const under = /^ {0,3}(=+|-+)\s*$/.exec(lines[end] ?? '')?.[1];
    if (under !== undefined) {
      const content = inline(lines.slice(at, end).join(' '), pictures);
      return [[{ type: 'heading', attrs: { level: under.startsWith('=') ? 1 : 2 }, content }], end + 1];
    }
    end += 1;
  }
  return [
    [
      paragraph(
        inline(
          lines
            .slice(at, end)
            .map((line) => line.trim())
            .join(' '),
          pictures,
        ),
      ),
    ],
    end,
  ];
}

function beginsAnother(line: string): boolean {
  if (line.length > longestLine) return true;
  return (
    line.trim() === '' ||
    heading.test(line) ||
    fence.test(line) ||
    listLine.test(line) ||
    /^ {0,3}>/.test(line)
  );
}

const span =
  /!\[([^\]]{0,300})\]\([^)\s]{0,500}(?:\s+"[^"]{0,200}")?\)|\[([^\]]{1,300})\]\(([^)\s]{1,500})(?:\s+"[^"]{0,200}")?\)|`([^`]{1,300})`|\*\*([^*]{1,300})\*\*|__([^_]{1,300})__|\*([^*\s][^*]{0,300})\*|(?<!\w)_([^_]{1,300})_(?!\w)|~~([^~]{1,300})~~/g;

/** The words of one line with what stresses and links them. */
function inline(text: string, pictures: Pictures, marks: readonly RichMark[] = []): RichNode[] {
  const nodes: RichNode[] = [];
  let from = 0;
  for (const found of text.matchAll(span)) {
    nodes.push(...words(text.slice(from, found.index), marks), ...spanOf(found, pictures, marks));
    from = found.index + found[0].length;
  }
  nodes.push(...words(text.slice(from), marks));
  return nodes;
}

const stresses = ['bold', 'bold', 'italic', 'italic', 'strike'];

function spanOf(found: RegExpMatchArray, pictures: Pictures, marks: readonly RichMark[]): RichNode[] {
  const [, picture, label, address, code, ...stressed] = found;
  if (picture !== undefined) {
    pictures.count += 1;
    return words(picture, marks);
  }
  if (label !== undefined) {
    const href = linkAddress(address);
    return inline(label, pictures, href ? [...marks, { type: 'link', attrs: { href } }] : marks);
  }
  if (code !== undefined) return words(code, [...marks, { type: 'code' }]);
  const kind = stressed.findIndex((one) => one !== undefined);
  return inline(stressed[kind] ?? '', pictures, [...marks, { type: stresses[kind] ?? 'italic' }]);
}

function words(text: string, marks: readonly RichMark[]): RichNode[] {
  const shown = text.replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, '$1');
  return shown === '' ? [] : [{ type: 'text', text: shown, ...(marks.length > 0 && { marks: [...marks] }) }];
}
