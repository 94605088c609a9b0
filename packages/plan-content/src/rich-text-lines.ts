interface RichNode {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown> | null;
  content?: RichNode[];
}

const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'listItem',
  'taskItem',
  'tableRow',
  'blockquote',
  'callout',
]);

/** The words of a rich text, one line for each paragraph, heading, list entry or table row, for comparing. */
export function linesOfRichText(value: unknown): string {
  const lines: string[] = [];
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) collect(value as RichNode, lines);
  return lines.join('\n');
}

function collect(node: RichNode, lines: string[]): void {
  const children = node.content ?? [];
  if (node.type === 'tableRow') {
    lines.push(children.map((cell) => linesOfRichText(cell).replaceAll('\n', ' ')).join(' | '));
    return;
  }
  if (blocks.has(node.type ?? '') && children.every(isInline)) {
    lines.push(children.map(inlineText).join(''));
    return;
  }
  const own = inlineText(node);
  if (own) lines.push(own);
  for (const child of children) collect(child, lines);
}

function isInline(node: RichNode): boolean {
  return !node.content && !blocks.has(node.type ?? '');
}

/** What a node says without looks: an image by its description, math by its source, a break as a new line. */
function inlineText({ type, text, attrs }: RichNode): string {
  if (text !== undefined) return text;
  if (type === 'hardBreak') return '\n';
  const said = attrs?.alt ?? attrs?.latex ?? attrs?.label;
  return typeof said === 'string' ? said : '';
}
