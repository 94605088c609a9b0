import type { PackField, PackOption, PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import { longestText } from '@k12/plan-content/check-content';
import { type Content, isRecord } from '@k12/plan-content/paths';
import { cleanRichText, isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import { wordsOf } from './imported-blocks.ts';
import type { ImportedPart } from './outline.rules.ts';

export interface ImportedContent {
  content: Content;
  /** Titles of lessons, in their order. */
  lessons: string[];
}

/** Where what fits nowhere is kept: the last text of the plan that is not for students, under a heading of its own. */
export function overflowSection(schema: PlanSchema): PackSection | undefined {
  const texts = schema.sections.filter(({ kind, hidden }) => kind === 'rich_text' && !hidden);
  return texts.findLast(({ audience }) => audience !== 'student') ?? texts.at(-1);
}

/**
 * The file as content of the plan. Nothing is dropped: what a section cannot hold in its form, and what was put
 * nowhere, is in the overflow with its heading (PLN-25).
 */
export function importContent(
  schema: PlanSchema,
  parts: readonly ImportedPart[],
  newId: () => string,
  leftOver: string,
): ImportedContent {
  const content: Content = {};
  const rest: RichNode[] = [];
  const lessons: string[] = [];
  for (const part of parts) {
    const section = schema.sections.find(({ key }) => key === part.section_key);
    const taken = section?.kind === 'lessons' ? lessonTitles(part) : null;
    if (taken) lessons.push(...taken.slice(0, 100 - lessons.length));
    if (taken && part.blocks.every(isShort)) continue;
    const value = section && sectionValue(section, part.blocks, content[section.key], newId);
    if (section && value !== undefined) content[section.key] = value;
    else rest.push(...withHeading(part));
  }
  const overflow = overflowSection(schema);
  if (rest.length > 0 && overflow) {
    const added: RichNode[] = [{ type: 'heading', attrs: { level: 2 }, content: [text(leftOver)] }, ...rest];
    content[overflow.key] = richText(content[overflow.key], added);
  }
  return { content, lessons };
}

const text = (words: string): RichNode => ({ type: 'text', text: words });

function withHeading({ heading, blocks }: ImportedPart): RichNode[] {
  return heading
    ? [{ type: 'heading', attrs: { level: 3 }, content: [text(heading)] }, ...blocks]
    : [...blocks];
}

/** Sub-headings are lessons, or else the entries of its lists. */
function lessonTitles({ blocks }: ImportedPart): string[] | null {
  const headings = blocks.filter(({ type }) => type === 'heading').map(wordsOf);
  const titles = headings.length > 0 ? headings : linesOf(blocks);
  const named = titles.map((title) => title.trim().slice(0, 200)).filter((title) => title !== '');
  return named.length > 0 ? named : null;
}

const isShort = (block: RichNode) => ['heading', 'bulletList', 'orderedList'].includes(block.type);

function sectionValue(
  section: PackSection | PackField,
  blocks: readonly RichNode[],
  before: unknown,
  newId: () => string,
): unknown {
  const words = linesOf(blocks);
  if (words.length === 0) return undefined;
  switch (section.kind) {
    case 'rich_text':
      return richText(before, blocks);
    case 'text': {
      const joined = [before, words.join('\n')].filter((one) => typeof one === 'string').join('\n');
      return joined.length <= longestText ? joined : undefined;
    }
    case 'list': {
      const items = words.map((line) => ({ id: newId(), text: line }));
      return asMany(section, [...listed(before), ...items]);
    }
    case 'group':
      return asMany(section, [...listed(before), ...rowsOf(section as PackSection, blocks, newId)]);
    case 'number':
    case 'rating': {
      const number = Number(/-?\d+(?:[.,]\d+)?/.exec(words[0] ?? '')?.[0].replace(',', '.') ?? Number.NaN);
      return Number.isFinite(number) && words.length === 1 ? number : undefined;
    }
    case 'choice':
      return words.length === 1 ? optionNamed(section.options, words[0] ?? '') : undefined;
    case 'choices': {
      const chosen = words.map((line) => optionNamed(section.options, line));
      return chosen.every((one) => one !== undefined) ? [...new Set(chosen)] : undefined;
    }
    default:
      return undefined;
  }
}

function asMany(section: PackSection | PackField, items: unknown[]): unknown[] | undefined {
  const fits = items.length <= Math.min(section.max ?? 200, 200);
  return fits && items.every((item) => isRecord(item) && fitsText(item)) ? items : undefined;
}

const fitsText = (item: Record<string, unknown>) =>
  Object.values(item).every((one) => typeof one !== 'string' || one.length <= longestText);

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function optionNamed(options: readonly PackOption[] = [], said: string): string | undefined {
  const word = said.trim().toLowerCase();
  return options.find(({ value, label }) =>
    [value, ...Object.values(label)].some((one) => one?.toLowerCase() === word),
  )?.value;
}

/** A table whose header names fields gives them; a list gives the first text of each row. */
function rowsOf(section: PackSection, blocks: readonly RichNode[], newId: () => string): object[] {
  const fields = section.fields ?? [];
  const lead = fields.find(({ kind }) => kind === 'text') ?? fields.find(({ kind }) => kind === 'rich_text');
  return blocks.flatMap((block) => {
    if (block.type === 'table') return tableRows(fields, block, newId);
    if (!lead) return [];
    return linesOf([block]).map((line) => ({
      id: newId(),
      [lead.key]:
        lead.kind === 'text' ? line : richText(undefined, [{ type: 'paragraph', content: [text(line)] }]),
    }));
  });
}

function tableRows(fields: readonly PackField[], table: RichNode, newId: () => string): object[] {
  const [header, ...rows] = table.content ?? [];
  const names = (header?.content ?? []).map((cell) => wordsOf(cell).trim().toLowerCase());
  const columns = names.map((name) =>
    fields.find(({ key, label }) =>
      [key, ...Object.values(label)].some((one) => one?.toLowerCase() === name),
    ),
  );
  const known = columns.every((column) => column === undefined) ? names.map((_, at) => fields[at]) : columns;
  const body = known === columns ? rows : [header, ...rows];
  return body.flatMap((row) => {
    const cells = (row?.content ?? []).map((cell, at): [string, unknown][] => {
      const field = known[at];
      const value = field && sectionValue(field, cell.content ?? [], undefined, newId);
      return field && value !== undefined ? [[field.key, value]] : [];
    });
    const values = Object.fromEntries(cells.flat());
    return Object.keys(values).length > 0 ? [{ id: newId(), ...values }] : [];
  });
}

function richText(before: unknown, blocks: readonly RichNode[]): unknown {
  const kept =
    isRecord(before) && Array.isArray(before.content) && !isBlankRichText(before) ? before.content : [];
  const levels = blocks.map((block) =>
    block.type === 'heading'
      ? { ...block, attrs: { level: Number(block.attrs?.level ?? 2) <= 2 ? 2 : 3 } }
      : block,
  );
  return cleanRichText({ type: 'doc', content: [...kept, ...levels] }) ?? undefined;
}

/** One line for every paragraph, entry and cell. */
export function linesOf(blocks: readonly RichNode[]): string[] {
  return blocks.flatMap((block) => wordsOf(block).split('\n')).flatMap((line) => line.trim() || []);
}
