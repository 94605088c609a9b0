import { isRecord } from './paths.ts';

/** What a rich text may hold (PLN-11): anything else is unwrapped or left out when it is cleaned. */
export type RichNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
};

export interface RichMark {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface RichDoc extends RichNode {
  type: 'doc';
  content: RichNode[];
}

type Model = 'blocks' | 'inline' | 'plain' | 'items' | 'rows' | 'cells' | 'none';

interface NodeRule {
  group: 'block' | 'inline' | 'part';
  holds: Model;
  attrs?: Record<string, (value: unknown) => unknown>;
  /** Without this attribute the node says nothing. */
  needs?: string;
  /** Where a part belongs; elsewhere it gives way to what it holds. */
  within?: readonly string[];
  /** Levels down to the words in it, at least. */
  room?: number;
}

const whole = (least: number, most: number, otherwise: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : otherwise;
const words = (most: number) => (value: unknown) =>
  typeof value === 'string' && value.length <= most ? value : null;
const oneOf = (known: readonly string[]) => (value: unknown) =>
  known.includes(value as string) ? value : known[0];

const cell = { colspan: whole(1, 50, 1), rowspan: whole(1, 200, 1) };

const nodeRules: Record<string, NodeRule> = {
  paragraph: { group: 'block', holds: 'inline' },
  heading: { group: 'block', holds: 'inline', attrs: { level: whole(2, 3, 3) } },
  blockquote: { group: 'block', holds: 'blocks', room: 2 },
  callout: { group: 'block', holds: 'blocks', room: 2, attrs: { tone: oneOf(['note', 'tip', 'caution']) } },
  bulletList: { group: 'block', holds: 'items', room: 3 },
  orderedList: { group: 'block', holds: 'items', room: 3, attrs: { start: whole(0, 100_000, 1) } },
  listItem: { group: 'part', holds: 'blocks', within: ['bulletList', 'orderedList'] },
  codeBlock: { group: 'block', holds: 'plain', attrs: { language: words(40) } },
  horizontalRule: { group: 'block', holds: 'none' },
  table: { group: 'block', holds: 'rows', room: 4 },
  tableRow: { group: 'part', holds: 'cells', within: ['table'] },
  tableHeader: { group: 'part', holds: 'blocks', attrs: cell, within: ['tableRow'] },
  tableCell: { group: 'part', holds: 'blocks', attrs: cell, within: ['tableRow'] },
  image: {
    group: 'block',
    holds: 'none',
    attrs: { src: fileAddress, alt: words(1_000), title: words(300) },
    needs: 'src',
  },
  blockMath: { group: 'block', holds: 'none', attrs: { latex: words(5_000) }, needs: 'latex' },
  inlineMath: { group: 'inline', holds: 'none', attrs: { latex: words(5_000) }, needs: 'latex' },
  hardBreak: { group: 'inline', holds: 'none' },
};

const plainMarks = new Set(['bold', 'italic', 'underline', 'strike', 'code']);
const fileSource =
  /^\/api\/v1\/files\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\/content$/;
const safeLink = /^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i;

/** Levels of nodes; what is deeper is brought up to here (PLN-10). */
export const deepestNode = 12;

export function isRichDoc(value: unknown): value is RichDoc {
  return isRecord(value) && value.type === 'doc' && Array.isArray(value.content);
}

/** The same text with only what is allowed, in the form an editor expects; null when it is no rich text at all. */
export function cleanRichText(value: unknown): RichDoc | null {
  if (!isRichDoc(value)) return null;
  return { type: 'doc', content: blocksOf(value.content, 'doc', 1) };
}

/** Blocks stay, loose text becomes a paragraph; there is always one, because an editor needs a place to type. */
function blocksOf(children: unknown, parent: string, depth: number): RichNode[] {
  const blocks: RichNode[] = [];
  let loose: RichNode[] = [];
  const flush = () => {
    if (loose.some((node) => node.text?.trim() !== '')) blocks.push({ type: 'paragraph', content: loose });
    loose = [];
  };
  for (const node of nodesOf(children, parent, depth)) {
    if (isInline(node)) loose.push(node);
    else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

/** Each child cleaned: what is unknown, out of place or too deep gives way to what it holds. */
function nodesOf(children: unknown, parent: string, depth: number): RichNode[] {
  if (!Array.isArray(children)) return [];
  return children.flatMap((child) => nodeOf(child, parent, depth));
}

function nodeOf(node: unknown, parent: string, depth: number): RichNode[] {
  if (!isRecord(node) || typeof node.type !== 'string') return [];
  if (node.type === 'text') return textOf(node);
  const rule = Object.hasOwn(nodeRules, node.type) ? nodeRules[node.type] : undefined;
  const fits = rule && (rule.within?.includes(parent) ?? true) && depth + (rule.room ?? 0) <= deepestNode;
  if (!fits) return nodesOf(node.content, parent, depth);
  const attrs = attrsOf(rule, node.attrs);
  if (rule.needs && !attrs?.[rule.needs]) return [];
  const made: RichNode = attrs ? { type: node.type, attrs } : { type: node.type };
  return filled(made, rule.holds, node.content, depth);
}

function filled(node: RichNode, model: Model, children: unknown, depth: number): RichNode[] {
  switch (model) {
    case 'none':
      return [node];
    case 'plain': {
      const text = plainText(children);
      return [text ? { ...node, content: [{ type: 'text', text }] } : node];
    }
    case 'inline':
      return splitByBlocks(node, nodesOf(children, node.type, depth + 1));
    case 'blocks': {
      const blocks = blocksOf(children, node.type, depth + 1);
      // An editor wants a list entry to begin with a paragraph.
      const first =
        node.type === 'listItem' && blocks[0]?.type !== 'paragraph' ? [{ type: 'paragraph' }] : [];
      return [{ ...node, content: [...first, ...blocks] }];
    }
    case 'items':
      return parts(node, ['listItem'], children, depth);
    case 'rows':
      return parts(node, ['tableRow'], children, depth);
    case 'cells':
      return parts(node, ['tableCell', 'tableHeader'], children, depth);
  }
}

/** A list holds items and a table rows; what else stands between is put into one. */
function parts(node: RichNode, kinds: readonly string[], children: unknown, depth: number): RichNode[] {
  const [kind = ''] = kinds;
  const rule = nodeRules[kind];
  if (!rule) return [];
  const attrs = attrsOf(rule, undefined);
  const content = nodesOf(children, node.type, depth + 1).flatMap((child): RichNode[] => {
    if (kinds.includes(child.type)) return [child];
    if (isInline(child) && child.text?.trim() === '') return [];
    return filled(attrs ? { type: kind, attrs } : { type: kind }, rule.holds, [child], depth + 1);
  });
  return content.length > 0 ? [{ ...node, content }] : [];
}

/** A picture within a paragraph stands between two of them. */
function splitByBlocks(node: RichNode, children: RichNode[]): RichNode[] {
  const result: RichNode[] = [];
  let run: RichNode[] = [];
  const flush = () => {
    if (run.length > 0) result.push({ ...node, content: run });
    run = [];
  };
  for (const child of children) {
    if (isInline(child)) run.push(child);
    else {
      flush();
      result.push(child);
    }
  }
  flush();
  return result.length > 0 ? result : [node];
}

function textOf(node: Record<string, unknown>): RichNode[] {
  if (typeof node.text !== 'string' || node.text === '') return [];
  const marks = marksOf(node.marks);
  return [{ type: 'text', ...(marks.length > 0 && { marks }), text: node.text }];
}

function marksOf(marks: unknown): RichMark[] {
  if (!Array.isArray(marks)) return [];
  const kept = new Map<string, RichMark>();
  for (const mark of marks) {
    if (!isRecord(mark) || typeof mark.type !== 'string') continue;
    if (plainMarks.has(mark.type)) kept.set(mark.type, { type: mark.type });
    const href = mark.type === 'link' && isRecord(mark.attrs) ? linkAddress(mark.attrs.href) : null;
    if (href) kept.set('link', { type: 'link', attrs: { href } });
  }
  return [...kept.values()];
}

function attrsOf(rule: NodeRule, given: unknown): Record<string, unknown> | undefined {
  if (!rule.attrs) return undefined;
  const known = isRecord(given) ? given : {};
  return Object.fromEntries(Object.entries(rule.attrs).map(([name, clean]) => [name, clean(known[name])]));
}

/** Pictures are our own files: no address elsewhere is ever called by opening a plan. */
export function fileAddress(value: unknown): string | null {
  return typeof value === 'string' && fileSource.test(value) ? value : null;
}

export function linkAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2_000) return null;
  const trimmed = value.trim();
  return safeLink.test(trimmed) && URL.canParse(trimmed) ? trimmed : null;
}

function isInline(node: RichNode): boolean {
  return node.type === 'text' || nodeRules[node.type]?.group === 'inline';
}

function plainText(children: unknown): string {
  if (!Array.isArray(children)) return '';
  return children
    .map((child) => {
      if (!isRecord(child)) return '';
      if (child.type === 'hardBreak') return '\n';
      return typeof child.text === 'string' ? child.text : plainText(child.content);
    })
    .join('');
}

/** How many nodes lie within each other, the document itself left out. */
export function depthOf(node: unknown): number {
  if (!isRecord(node) || !Array.isArray(node.content)) return 0;
  return 1 + Math.max(0, ...node.content.map(depthOf));
}

/** Neither words nor anything else to look at. */
export function isBlankRichText(value: unknown): boolean {
  if (!isRecord(value)) return true;
  if (typeof value.text === 'string') return value.text.trim() === '';
  const { type } = value;
  if (type === 'image' || type === 'inlineMath' || type === 'blockMath' || type === 'table') return false;
  return !Array.isArray(value.content) || value.content.every(isBlankRichText);
}
