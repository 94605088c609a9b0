import type { PackField, PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import { type Content, type Item, isItem, isRecord, joinPath } from './paths.ts';
import { deepestNode, depthOf, isBlankRichText, isRichDoc } from './rich-text.ts';

/** What is wrong, and where: a pointer into the content. */
export interface ContentFault {
  pointer: string;
  code: string;
  detail: string;
}

export const longestText = 20_000;
export const largestContent = 1_000_000;
const mostItems = 500;
const day = /^\d{4}-\d{2}-\d{2}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Every fault of shape (PLN-10). A draft may be incomplete, so that something is missing is none. */
export function checkContent(schema: PlanSchema, content: Content): ContentFault[] {
  const faults = Object.entries(content).flatMap(([key, value]) => checkSection(schema, key, value));
  const size = new TextEncoder().encode(JSON.stringify(content)).length;
  if (size > largestContent) {
    faults.push(fault('', 'too_large', `A plan holds at most ${largestContent / 1_000} kB of text.`));
  }
  return faults;
}

export function checkSection(schema: PlanSchema, key: string, value: unknown): ContentFault[] {
  const section = schema.sections.find((candidate) => candidate.key === key);
  const pointer = joinPath(key);
  if (!section) return [fault(pointer, 'unknown_key', 'The plan has no such section.')];
  switch (section.kind) {
    case 'standards':
    case 'resources':
    case 'lessons':
      return [fault(pointer, 'holds_nothing', 'This section is kept apart from the text of the plan.')];
    case 'list':
      return checkItems(pointer, value, (item, at) => [
        ...unknownKeys(item, ['id', 'text'], at),
        ...('text' in item ? checkText(item.text, `${at}/text`) : []),
      ]);
    case 'group':
      return checkItems(pointer, value, (item, at) => checkGroupItem(section.fields ?? [], item, at));
    default:
      return checkField(section as PackField, value, pointer);
  }
}

function checkGroupItem(fields: PackField[], item: Item, at: string): ContentFault[] {
  const known = fields.map(({ key }) => key);
  return [
    ...unknownKeys(item, ['id', ...known], at),
    ...fields.flatMap((field) =>
      item[field.key] === undefined || item[field.key] === null
        ? []
        : checkField(field, item[field.key], at + joinPath(field.key)),
    ),
  ];
}

function checkItems(
  pointer: string,
  value: unknown,
  checkItem: (item: Item, at: string) => ContentFault[],
): ContentFault[] {
  if (!Array.isArray(value)) return [wrongType(pointer, 'a list')];
  if (value.length > mostItems) {
    return [fault(pointer, 'too_many', `A list has at most ${mostItems} entries.`)];
  }
  const seen = new Set<string>();
  return value.flatMap((item, index): ContentFault[] => {
    if (!isItem(item) || !uuid.test(item.id)) {
      return [fault(`${pointer}/${index}`, 'invalid_type', 'Every entry is an object with an id.')];
    }
    const at = pointer + joinPath(item.id);
    if (seen.has(item.id)) return [fault(at, 'duplicate_id', 'Two entries have this id.')];
    seen.add(item.id);
    return checkItem(item, at);
  });
}

function checkField(field: PackField, value: unknown, pointer: string): ContentFault[] {
  switch (field.kind) {
    case 'text':
      return checkText(value, pointer);
    case 'rich_text':
      return checkRichText(value, pointer);
    case 'choice':
      return checkOption(field, value, pointer);
    case 'choices':
      if (!Array.isArray(value)) return [wrongType(pointer, 'a list of options')];
      return new Set(value).size < value.length
        ? [fault(pointer, 'duplicate', 'Each option once.')]
        : value.flatMap((option, at) => checkOption(field, option, `${pointer}/${at}`));
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? [] : [wrongType(pointer, 'a number')];
    case 'rating':
      return Number.isInteger(value) ? [] : [wrongType(pointer, 'a whole number')];
    case 'date_range':
      return checkDateRange(value, pointer);
  }
}

function checkText(value: unknown, pointer: string): ContentFault[] {
  if (typeof value !== 'string') return [wrongType(pointer, 'text')];
  if (value.length <= longestText) return [];
  return [fault(pointer, 'too_long', `At most ${longestText} characters.`)];
}

function checkRichText(value: unknown, pointer: string): ContentFault[] {
  if (!isRichDoc(value)) return [wrongType(pointer, 'rich text')];
  const faults = longTexts(value, pointer);
  if (depthOf(value) > deepestNode) {
    faults.push(fault(pointer, 'too_deep', `Parts lie at most ${deepestNode} levels within each other.`));
  }
  return faults;
}

function longTexts(node: unknown, pointer: string): ContentFault[] {
  if (Array.isArray(node)) return node.flatMap((child, at) => longTexts(child, `${pointer}/${at}`));
  if (isRecord(node)) {
    return Object.entries(node).flatMap(([key, value]) => longTexts(value, pointer + joinPath(key)));
  }
  return typeof node === 'string' ? checkText(node, pointer) : [];
}

function checkOption(field: PackField, value: unknown, pointer: string): ContentFault[] {
  if (typeof value !== 'string') return [wrongType(pointer, 'an option')];
  const known = field.options?.some((option) => option.value === value);
  return known ? [] : [fault(pointer, 'unknown_option', 'There is no such option.')];
}

function checkDateRange(value: unknown, pointer: string): ContentFault[] {
  if (!isRecord(value)) return [wrongType(pointer, 'a range of days')];
  const faults = unknownKeys(value, ['from', 'to'], pointer);
  for (const end of ['from', 'to'] as const) {
    const given = value[end];
    if (given !== undefined && given !== null && !isDay(given))
      faults.push(wrongType(`${pointer}/${end}`, 'a day'));
  }
  return faults;
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !day.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function unknownKeys(record: object, known: readonly string[], pointer: string): ContentFault[] {
  return Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => fault(pointer + joinPath(key.slice(0, 100)), 'unknown_key', 'There is no such field.'));
}

/** How many of those things a plan has that are not in its content. */
export interface AttachedCounts {
  standards: number;
  resources: number;
  lessons: number;
}

/** What is missing before the plan can be submitted or published; each section once (PLN-10, PLN-46). */
export function checkCompleteness(
  schema: PlanSchema,
  content: Content,
  counts: AttachedCounts,
): ContentFault[] {
  return schema.sections.flatMap((section) => {
    if (section.hidden) return [];
    const value = content[section.key];
    const amount = amountOf(section, value, counts);
    const pointer = joinPath(section.key);
    if (section.required && amount === 0) return [fault(pointer, 'required', 'This section is empty.')];
    if (amount === 0) return [];
    return [
      ...checkLimits(section, value, amount, pointer),
      ...(section.kind === 'group' ? missingInGroup(section, value, pointer) : []),
    ];
  });
}

function checkLimits(section: PackSection, value: unknown, amount: number, pointer: string): ContentFault[] {
  const measured = section.kind === 'number' || section.kind === 'rating' ? Number(value) : amount;
  const { min, max } = section;
  if (min !== undefined && measured < min) return [fault(pointer, 'too_small', `At least ${min}.`)];
  return max !== undefined && measured > max ? [fault(pointer, 'too_big', `At most ${max}.`)] : [];
}

function missingInGroup(section: PackSection, value: unknown, pointer: string): ContentFault[] {
  const items = Array.isArray(value) ? value.filter(isItem) : [];
  const required = (section.fields ?? []).filter((field) => field.required);
  return items.flatMap((item) =>
    required
      .filter((field) => isBlankField(field, item[field.key]))
      .map((field) => fault(pointer + joinPath(item.id, field.key), 'required', 'This field is empty.')),
  );
}

/** How many entries a section has; 1 for something that is there, 0 for nothing. */
export function amountOf(section: PackSection, value: unknown, counts: AttachedCounts): number {
  switch (section.kind) {
    case 'standards':
    case 'resources':
    case 'lessons':
      return counts[section.kind];
    case 'list':
      return Array.isArray(value) ? value.filter((item) => !isBlankText(item?.text)).length : 0;
    case 'group':
      return Array.isArray(value) ? value.length : 0;
    case 'choices':
      return Array.isArray(value) ? value.length : 0;
    default:
      return isBlankField(section as PackField, value) ? 0 : 1;
  }
}

function isBlankField(field: PackField, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (field.kind === 'rich_text') return isBlankRichText(value);
  if (field.kind === 'text' || field.kind === 'choice') return isBlankText(value);
  if (field.kind === 'choices') return !Array.isArray(value) || value.length === 0;
  if (field.kind === 'date_range') return !isRecord(value) || !value.from || !value.to;
  return false;
}

function isBlankText(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function wrongType(pointer: string, expected: string): ContentFault {
  return fault(pointer, 'invalid_type', `This must be ${expected}.`);
}

function fault(pointer: string, code: string, detail: string): ContentFault {
  return { pointer, code, detail };
}
