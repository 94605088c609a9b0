import { inflateRawSync } from 'node:zlib';
import { linkAddress, type RichMark, type RichNode } from '@k12/plan-content/rich-text';
import { readZipDirectoryOf, type ZipEntry } from '../../../platform/files/zip-directory.ts';
import { type ImportedBlocks, listBlocks, paragraph } from './imported-blocks.ts';
import { childOf, elementsIn, readXml, textOf, UnreadableDocument, type XmlElement } from './read-xml.ts';

const largestPart = 12 * 1024 * 1024;
const mostEntries = 2_000;

interface Package {
  heading: Map<string, number>;
  ordered: Set<string>;
  links: Map<string, string>;
  left_out: { pictures: number };
}

/** What a word-processor file says, in the blocks that a plan knows; pictures are counted and left out. */
export function readDocx(file: Buffer): ImportedBlocks {
  const parts = openPackage(file);
  const body = childOf(parts('word/document.xml'), 'w:body');
  if (!body) throw new UnreadableDocument('no_text', 'The file holds no text of a word processor.');
  const about: Package = {
    heading: headingsOf(parts('word/styles.xml')),
    ordered: orderedLists(parts('word/numbering.xml')),
    links: linksOf(parts('word/_rels/document.xml.rels')),
    left_out: { pictures: 0 },
  };
  return { blocks: blocksOf(body, about), pictures: about.left_out.pictures };
}

/** Only what is asked for is unpacked, and never more of it than the limit, whatever the archive claims. */
function openPackage(file: Buffer): (name: string) => XmlElement | undefined {
  const entries = new Map<string, ZipEntry>();
  try {
    const listed = readZipDirectoryOf(file);
    if (listed.length > mostEntries)
      throw new UnreadableDocument('too_complex', 'The file has too many parts.');
    for (const entry of listed) entries.set(entry.name, entry);
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : notAnArchive();
  }
  return (name) => {
    const entry = entries.get(name);
    return entry && readXml(unpacked(file, entry).toString('utf8'));
  };
}

const notAnArchive = () =>
  new UnreadableDocument('broken', 'The file is no word-processor file or is damaged.');

function unpacked(file: Buffer, entry: ZipEntry): Buffer {
  if (entry.encrypted) throw new UnreadableDocument('encrypted', 'The file is protected by a password.');
  if (entry.size > largestPart) throw tooLarge();
  try {
    const start =
      entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
    const packed = file.subarray(start, start + entry.compressed_size);
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw notAnArchive();
    return inflateRawSync(packed, { maxOutputLength: largestPart });
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notAnArchive();
  }
}

const tooLarge = () =>
  new UnreadableDocument('too_large', 'The text of the file is too large once unpacked.');

const value = (element: XmlElement | undefined) => element?.attributes['w:val'];

/** Styles by their own id: their names stay English in every language of the word processor. */
function headingsOf(styles: XmlElement | undefined): Map<string, number> {
  const levels = new Map<string, number>();
  for (const style of styles ? elementsIn(styles, 'w:style') : []) {
    const id = style.attributes['w:styleId'] ?? '';
    const name = value(childOf(style, 'w:name'))?.toLowerCase() ?? '';
    const outline = value(childOf(childOf(style, 'w:pPr'), 'w:outlineLvl'));
    const level = /^heading ([1-9])$/.exec(name)?.[1] ?? (name === 'title' ? '0' : undefined);
    if (level !== undefined) levels.set(id, Number(level));
    else if (outline !== undefined && Number(outline) < 9) levels.set(id, Number(outline) + 1);
    else {
      const base = levels.get(value(childOf(style, 'w:basedOn')) ?? '');
      if (base !== undefined) levels.set(id, base);
    }
  }
  return levels;
}

function orderedLists(numbering: XmlElement | undefined): Set<string> {
  if (!numbering) return new Set();
  const ordered = elementsIn(numbering, 'w:abstractNum').filter((list) => {
    const format = value(childOf(elementsIn(list, 'w:lvl')[0], 'w:numFmt'));
    return format !== undefined && format !== 'bullet' && format !== 'none';
  });
  const kinds = new Set(ordered.map((list) => list.attributes['w:abstractNumId']));
  return new Set(
    elementsIn(numbering, 'w:num')
      .filter((one) => kinds.has(value(childOf(one, 'w:abstractNumId'))))
      .map((one) => one.attributes['w:numId'] ?? ''),
  );
}

function linksOf(relations: XmlElement | undefined): Map<string, string> {
  return new Map(
    (relations ? elementsIn(relations, 'Relationship') : []).flatMap(({ attributes }) => {
      const address = attributes.TargetMode === 'External' ? linkAddress(attributes.Target) : null;
      return address ? [[attributes.Id ?? '', address] as const] : [];
    }),
  );
}

function blocksOf(container: XmlElement, about: Package): RichNode[] {
  const blocks: RichNode[] = [];
  const list: { depth: number; ordered: boolean; content: RichNode[] }[] = [];
  const endList = () => blocks.push(...listBlocks(list.splice(0)));
  for (const element of elementsIn(container)) {
    if (element.name === 'w:p') {
      const properties = childOf(element, 'w:pPr');
      const content = inlineOf(element, about);
      const numbers = childOf(properties, 'w:numPr');
      const level = levelOf(properties, about);
      if (numbers && level === undefined) {
        const ordered = about.ordered.has(value(childOf(numbers, 'w:numId')) ?? '');
        list.push({ depth: Number(value(childOf(numbers, 'w:ilvl')) ?? 0), ordered, content });
        continue;
      }
      endList();
      if (content.length === 0) continue;
      blocks.push(level === undefined ? paragraph(content) : { type: 'heading', attrs: { level }, content });
    } else {
      endList();
      if (element.name === 'w:tbl') blocks.push(tableOf(element, about));
      else if (element.name === 'w:sdt') {
        const inside = childOf(element, 'w:sdtContent');
        if (inside) blocks.push(...blocksOf(inside, about));
      }
    }
  }
  endList();
  return blocks;
}

function levelOf(properties: XmlElement | undefined, about: Package): number | undefined {
  const outline = value(childOf(properties, 'w:outlineLvl'));
  if (outline !== undefined && Number(outline) < 9) return Number(outline) + 1;
  return about.heading.get(value(childOf(properties, 'w:pStyle')) ?? '');
}

function tableOf(table: XmlElement, about: Package): RichNode {
  const rows = elementsIn(table, 'w:tr').map((row) => ({
    type: 'tableRow',
    content: elementsIn(row, 'w:tc').map((cell) => ({ type: 'tableCell', content: blocksOf(cell, about) })),
  }));
  return { type: 'table', content: rows };
}

/** Runs in order. What was struck out in review is gone; what was put in has come. */
function inlineOf(container: XmlElement, about: Package, link?: RichMark): RichNode[] {
  return elementsIn(container).flatMap((element) => {
    switch (element.name) {
      case 'w:r':
        return runOf(element, about, link);
      case 'w:hyperlink': {
        const href = about.links.get(element.attributes['r:id'] ?? '');
        return inlineOf(element, about, href ? { type: 'link', attrs: { href } } : undefined);
      }
      case 'w:ins':
      case 'w:smartTag':
      case 'w:fldSimple':
        return inlineOf(element, about, link);
      case 'w:sdt':
        return inlineOf(childOf(element, 'w:sdtContent') ?? element, about, link);
      default:
        return [];
    }
  });
}

const markNames = { 'w:b': 'bold', 'w:i': 'italic', 'w:u': 'underline', 'w:strike': 'strike' } as const;

function runOf(run: XmlElement, about: Package, link?: RichMark): RichNode[] {
  const properties = childOf(run, 'w:rPr');
  const marks: RichMark[] = Object.entries(markNames).flatMap(([name, type]) => {
    const mark = childOf(properties, name);
    return mark && !['0', 'false', 'none'].includes(value(mark) ?? '') ? [{ type }] : [];
  });
  if (link) marks.push(link);
  return elementsIn(run).flatMap((element): RichNode[] => {
    const text = (words: string): RichNode[] =>
      words === '' ? [] : [{ type: 'text', text: words, ...(marks.length > 0 && { marks }) }];
    switch (element.name) {
      case 'w:t':
        return text(textOf(element));
      case 'w:tab':
        return text(' ');
      case 'w:noBreakHyphen':
        return text('-');
      case 'w:br':
        return [{ type: 'hardBreak' }];
      case 'w:drawing':
      case 'w:pict':
        about.left_out.pictures += 1;
        return [];
      default:
        return [];
    }
  });
}
