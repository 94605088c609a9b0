import { type Content, isItem, isRecord, joinPath } from './paths.ts';
import { isRichDoc, type RichDoc, type RichNode } from './rich-text.ts';

export type AuthoringFaultKind = 'missing_alt' | 'heading_order' | 'bare_link';

/** Something in a text that keeps part of its readers out (UXP-89). */
export interface AuthoringFault {
  kind: AuthoringFaultKind;
  /** The text it is in. */
  path: string;
  /** The node, by places from the top of the text. */
  at: readonly number[];
  /** The words or the address it is known by. */
  words: string;
}

/** Every fault in every text of a plan, in reading order. */
export function authoringFaults(content: Content): AuthoringFault[] {
  return textsOf(content, []).flatMap(([path, doc]) => faultsOf(doc).map((fault) => ({ ...fault, path })));
}

function textsOf(value: unknown, steps: readonly string[]): [path: string, doc: RichDoc][] {
  if (isRichDoc(value)) return [[joinPath(...steps), value]];
  if (Array.isArray(value))
    return value.flatMap((item) => (isItem(item) ? textsOf(item, [...steps, item.id]) : []));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...steps, key]));
}

type OwnFault = Omit<AuthoringFault, 'path'>;

function faultsOf(doc: RichDoc): OwnFault[] {
  let hasSection = false;
  return nodesOf(doc, []).flatMap(([node, at]): OwnFault[] => {
    if (node.type === 'heading') {
      const isTooDeep = node.attrs?.level === 3 && !hasSection;
      hasSection ||= node.attrs?.level === 2;
      return isTooDeep ? [{ kind: 'heading_order', at, words: wordsOf(node) }] : [];
    }
    if (node.type === 'image' && saysNothing(node.attrs?.alt))
      return [{ kind: 'missing_alt', at, words: String(node.attrs?.alt ?? '') }];
    return isBareLink(node) ? [{ kind: 'bare_link', at, words: node.text ?? '' }] : [];
  });
}

function nodesOf(node: RichNode, at: readonly number[]): [node: RichNode, at: readonly number[]][] {
  const inner = (node.content ?? []).flatMap((child, index) => nodesOf(child, [...at, index]));
  return at.length === 0 ? inner : [[node, at], ...inner];
}

const wordsOf = (node: RichNode): string => node.text ?? (node.content ?? []).map(wordsOf).join('');

/** Nothing, or the name a camera gave. An empty text is a decision: the picture is only decoration. */
function saysNothing(alt: unknown): boolean {
  if (typeof alt !== 'string') return true;
  return /^(img|dsc|pxl|image|photo|screenshot|bildschirmfoto)?[\s_-]*\d[\d\s._-]*$/i.test(alt.trim());
}

function isBareLink({ text, marks }: RichNode): boolean {
  return (
    marks?.some(({ type }) => type === 'link') === true &&
    /^(https?:\/\/|www\.)\S+$/i.test(text?.trim() ?? '')
  );
}

/** What puts a fault right: words for a picture (none: decoration) or for a link; headings need none. */
export function withoutFault(doc: RichDoc, fault: OwnFault, words = ''): RichDoc {
  return { ...doc, content: changedAt(doc.content, fault.at, (node) => mended(node, fault.kind, words)) };
}

function mended(node: RichNode, kind: AuthoringFaultKind, words: string): RichNode {
  if (kind === 'heading_order') return { ...node, attrs: { ...node.attrs, level: 2 } };
  if (kind === 'missing_alt') return { ...node, attrs: { ...node.attrs, alt: words } };
  return { ...node, text: words.trim() || (node.text ?? '') };
}

function changedAt(
  nodes: readonly RichNode[],
  [index = 0, ...rest]: readonly number[],
  change: (node: RichNode) => RichNode,
): RichNode[] {
  return nodes.map((node, at) => {
    if (at !== index) return node;
    return rest.length === 0
      ? change(node)
      : { ...node, content: changedAt(node.content ?? [], rest, change) };
  });
}
