import type { RichMark, RichNode } from '@k12/plan-content/rich-text';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { groupWordLists, wordListItem } from './word-lists.rules.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

/** Neither these nor anything in them is text that somebody wrote. */
const silent = new Set(
  'script style head title meta link base template noscript iframe frame frameset object embed applet svg canvas audio video form input button select textarea option'.split(
    ' ',
  ),
);
const blockNames: Readonly<Record<string, string>> = {
  p: 'paragraph',
  blockquote: 'blockquote',
  ul: 'bulletList',
  menu: 'bulletList',
  li: 'listItem',
  table: 'table',
  tr: 'tableRow',
  hr: 'horizontalRule',
  br: 'hardBreak',
};
const markNames: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
/** Boxes without a meaning of their own: what is in them stands apart from what is beside them. */
const boxes = new Set(
  'div section article main header footer nav address center figure details dl dt dd'.split(' '),
);

/** Deeper than any document that people write; parsers accept far more. */
const deepest = 80;

/** Reads markup of any origin; the result is still to be cleaned. */
export function richTextOfMarkup(html: string): RichNode {
  return { type: 'doc', content: childrenOf(parseFragment(html), [], 0) };
}

function childrenOf(parent: { childNodes: Node[] }, marks: RichMark[], depth: number): RichNode[] {
  if (depth > deepest) return textNode(collapse(textOf(parent)), marks);
  return groupWordLists(parent.childNodes.flatMap((child) => nodesOf(child, marks, depth)));
}

function nodesOf(node: Node, marks: RichMark[], depth: number): RichNode[] {
  if (node.nodeName === '#text') return textNode(collapse((node as { value: string }).value), marks);
  if (!('tagName' in node) || silent.has(node.tagName) || isHidden(node)) return [];
  return special(node, marks, depth) ?? plain(node, marks, depth);
}

/** Elements whose attributes say what they are. */
function special(element: Element, marks: RichMark[], depth: number): RichNode[] | null {
  const { tagName } = element;
  const heading = /^h([1-6])$/.exec(tagName);
  if (heading) {
    const attrs = { level: Number(heading[1]) <= 2 ? 2 : 3 };
    return [{ type: 'heading', attrs, content: trimmed(childrenOf(element, [], depth + 1)) }];
  }
  if (tagName === 'pre') return [codeBlock(element)];
  if (tagName === 'img') {
    const attrs = { src: attribute(element, 'src'), alt: attribute(element, 'alt') };
    return [{ type: 'image', attrs }];
  }
  if (tagName === 'ol') {
    const attrs = { start: Number(attribute(element, 'start') ?? 1) };
    return [{ type: 'orderedList', attrs, content: childrenOf(element, [], depth + 1) }];
  }
  if (tagName === 'td' || tagName === 'th') return [tableCell(element, marks, depth)];
  if (tagName === 'aside' && attribute(element, 'data-callout') !== null) {
    const attrs = { tone: attribute(element, 'data-callout') };
    return [{ type: 'callout', attrs, content: childrenOf(element, marks, depth + 1) }];
  }
  return formula(element);
}

function plain(element: Element, marks: RichMark[], depth: number): RichNode[] {
  const { tagName } = element;
  const item = tagName === 'p' ? wordListItem(attribute(element, 'style'), textOf(element)) : null;
  const children = childrenOf(element, marksOf(element, marks), depth + 1);
  if (item) return [item(trimmed(children))];
  const type = blockNames[tagName];
  if (type === 'hardBreak' || type === 'horizontalRule') return [{ type }];
  if (type) return [{ type, content: type === 'paragraph' ? trimmed(children) : children }];
  if (!boxes.has(tagName)) return children;
  return children.every(isInline) ? [{ type: 'paragraph', content: trimmed(children) }] : children;
}

function codeBlock(element: Element): RichNode {
  const inner = element.childNodes.find((child): child is Element => child.nodeName === 'code') ?? element;
  const language = /(?:^|\s)lang(?:uage)?-([\w+#-]{1,40})/.exec(attribute(inner, 'class') ?? '')?.[1] ?? null;
  const text = textOf(element).replace(/\n$/, '');
  return { type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] };
}

function tableCell(element: Element, marks: RichMark[], depth: number): RichNode {
  const span = (name: string) => Number(attribute(element, name) ?? 1);
  return {
    type: element.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: span('colspan'), rowspan: span('rowspan') },
    content: childrenOf(element, marks, depth + 1),
  };
}

/** Formulas keep their source where the page carries it. */
function formula(element: Element): RichNode[] | null {
  const latex = attribute(element, 'data-latex');
  const kind = attribute(element, 'data-type');
  if (latex !== null && kind === 'block-math') return [{ type: 'blockMath', attrs: { latex } }];
  if (latex !== null) return [{ type: 'inlineMath', attrs: { latex } }];
  const isMath = element.tagName === 'math' || /(^|\s)katex(\s|$)/.test(attribute(element, 'class') ?? '');
  const source = isMath ? findSource(element, 0) : null;
  return source === null ? null : [{ type: 'inlineMath', attrs: { latex: source.trim() } }];
}

function findSource(element: Element, depth: number): string | null {
  if (depth > deepest) return null;
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    if (child.tagName === 'annotation' && attribute(child, 'encoding') === 'application/x-tex') {
      return textOf(child);
    }
    const found = findSource(child, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** What an element says about the look of its words, by name or, as word processors do, by style. */
function marksOf(element: Element, marks: RichMark[]): RichMark[] {
  const { tagName } = element;
  const style = attribute(element, 'style') ?? '';
  const weight = /font-weight:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase();
  const added: RichMark[] = [];
  const named = markNames[tagName];
  // Documents are wrapped in a <b> that says it is not bold.
  if (named && !(named === 'bold' && weight === 'normal')) added.push({ type: named });
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) added.push({ type: 'bold' });
  if (/font-style:\s*italic/i.test(style)) added.push({ type: 'italic' });
  const decoration = /text-decoration(?:-line)?:([^;]*)/i.exec(style)?.[1] ?? '';
  if (decoration.includes('line-through')) added.push({ type: 'strike' });
  if (decoration.includes('underline') && tagName !== 'a') added.push({ type: 'underline' });
  if (tagName === 'a') added.push({ type: 'link', attrs: { href: attribute(element, 'href') } });
  return [...marks, ...added.filter(({ type }) => !marks.some((mark) => mark.type === type))];
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  return (
    /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/i.test(style) || attribute(element, 'hidden') !== null
  );
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Without recursion: what is nested without end still says its words. */
function textOf(parent: { childNodes: Node[] }): string {
  const words: string[] = [];
  const waiting = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text') words.push((node as { value: string }).value);
    else if ('tagName' in node && !silent.has(node.tagName)) {
      if (node.tagName === 'br') words.push('\n');
      for (const child of node.childNodes.toReversed()) waiting.push(child);
    }
  }
  return words.join('');
}

function textNode(text: string, marks: RichMark[]): RichNode[] {
  return text === '' ? [] : [{ type: 'text', text, marks }];
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

/** No blanks at either end of a paragraph. */
function trimmed(nodes: RichNode[]): RichNode[] {
  const copy = nodes.map((node) => ({ ...node }));
  const [first, last] = [copy[0], copy.at(-1)];
  if (first?.type === 'text') first.text = (first.text ?? '').trimStart();
  if (last?.type === 'text') last.text = (last.text ?? '').trimEnd();
  return copy;
}

function isInline(node: RichNode): boolean {
  return node.type === 'text' || node.type === 'hardBreak' || node.type === 'inlineMath';
}
