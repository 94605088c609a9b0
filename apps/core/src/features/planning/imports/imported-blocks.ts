import type { RichNode } from '@k12/plan-content/rich-text';

/** What a file says, whatever it was written with. Headings keep their level: 0 is the title of a document. */
export interface ImportedBlocks {
  blocks: RichNode[];
  /** How many pictures were left out. */
  pictures: number;
}

export function paragraph(content: RichNode[]): RichNode {
  return { type: 'paragraph', content };
}

export interface ListLine {
  depth: number;
  ordered: boolean;
  content: RichNode[];
}

/** Lines with their depth, as lists in lists; a change of kind on the same level begins another list. */
export function listBlocks(lines: readonly ListLine[]): RichNode[] {
  const lists: RichNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at] as ListLine;
    const items: RichNode[] = [];
    while (at < lines.length) {
      const line = lines[at] as ListLine;
      if (line.depth <= first.depth && line.ordered !== first.ordered && items.length > 0) break;
      at += 1;
      const inner: ListLine[] = [];
      while (at < lines.length && (lines[at] as ListLine).depth > line.depth) {
        inner.push(lines[at] as ListLine);
        at += 1;
      }
      items.push({ type: 'listItem', content: [paragraph(line.content), ...listBlocks(inner)] });
    }
    lists.push({ type: first.ordered ? 'orderedList' : 'bulletList', content: items });
  }
  return lists;
}

/** The words of a block without its look, a line for each paragraph. */
export function wordsOf(node: RichNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const inner = (node.content ?? []).map(wordsOf);
  const isLine = node.content?.every(({ type }) => type === 'text' || type === 'hardBreak') ?? true;
  return inner.join(isLine ? '' : '\n');
}
