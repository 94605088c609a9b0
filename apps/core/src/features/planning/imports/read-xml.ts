/** Why a document cannot be read; said to the person who uploaded it, in the language of the API. */
export class UnreadableDocument extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const deepest = 256;
const mostElements = 400_000;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!([A-Za-z]+)|<(\/?)([^\s<>/"'=]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;

/**
 * The part of XML that word processors write. Declarations of a document type are refused, and with them every
 * entity but the five that need none: nothing can be named from outside or grow by being repeated.
 */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  for (const [whole, cdata, declaration, closes, name, attributes, isEmpty, words] of text.matchAll(token)) {
    const parent = open.at(-1) as XmlElement;
    if (words !== undefined) parent.children.push(decoded(words));
    else if (cdata !== undefined) parent.children.push(cdata);
    else if (declaration !== undefined)
      throw new UnreadableDocument('document_type', 'The document declares a type or entities of its own.');
    else if (name === undefined) {
      if (whole === '<') throw broken();
    } else if (closes) {
      if (parent.name !== name || open.length === 1) throw broken();
      open.pop();
    } else {
      count += 1;
      if (count > mostElements || open.length > deepest)
        throw new UnreadableDocument('too_complex', 'The document has too many or too deeply nested parts.');
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [top] = elementsIn(root);
  if (open.length !== 1 || !top) throw broken();
  return top;
}

const broken = () => new UnreadableDocument('broken', 'The document is damaged.');

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...found].map(([, name, double, single]) => [name, decoded(double ?? single ?? '')]),
  );
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

export function elementsIn(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elementsIn(element, name)[0];
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
