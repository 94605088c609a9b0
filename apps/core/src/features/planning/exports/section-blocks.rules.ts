import type { PackField, PackSection, PackWords, PlanSchema } from '@k12/contracts/planning/packs';
import { heading, type PrintBlock, paragraph } from '../../../platform/pdf/print-document.ts';
import { blocksOfRichText } from './rich-text-blocks.rules.ts';

export interface SectionChoice {
  locale: 'en' | 'es' | 'fr' | 'ar';
  student_copy: boolean;
  leave_out: ReadonlySet<string>;
  /** Level of a section's heading; its parts stand below. */
  level: 1 | 2 | 3;
}

type Content = Record<string, unknown>;

export function wordsIn(words: PackWords, locale: SectionChoice['locale']): string {
  return words[locale] ?? words.en;
}

/** What one plan says, section by section; empty sections are left out, because paper should not ask. */
export function blocksOfSections(schema: PlanSchema, content: Content, choice: SectionChoice): PrintBlock[] {
  return schema.sections
    .filter((section) => isPrinted(section, choice))
    .flatMap((section) => {
      const blocks = blocksOfValue(section, content[section.key], choice);
      if (blocks.length === 0) return [];
      return [heading(choice.level, wordsIn(section.label, choice.locale)), ...blocks];
    });
}

function isPrinted(section: PackSection, choice: SectionChoice): boolean {
  if (section.hidden || choice.leave_out.has(section.key)) return false;
  return !(choice.student_copy && section.audience === 'teacher');
}

function blocksOfValue(field: PackSection | PackField, value: unknown, choice: SectionChoice): PrintBlock[] {
  if (value === undefined || value === null || value === '') return [];
  switch (field.kind) {
    case 'text':
      return String(value)
        .split(/\n+/)
        .filter((line) => line.trim())
        .map(paragraph);
    case 'rich_text':
      return blocksOfRichText(value);
    case 'list': {
      const items = entriesOf(value).flatMap(({ text }) => (text ? [[paragraph(String(text))]] : []));
      return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [];
    }
    case 'group':
      return groupTable(field as PackSection, entriesOf(value), choice);
    default: {
      const text = textOfValue(field, value, choice.locale);
      return text ? [paragraph(text)] : [];
    }
  }
}

function entriesOf(value: unknown): Content[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** Repeating entries are a table: a column for each field that says something somewhere. */
function groupTable(section: PackSection, entries: Content[], choice: SectionChoice): PrintBlock[] {
  const fields = (section.fields ?? []).filter((field) =>
    entries.some((entry) => blocksOfValue(field, entry[field.key], choice).length > 0),
  );
  if (fields.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: fields.length,
      widths: fields.map(({ kind }) => (kind === 'rich_text' ? 4 : kind === 'text' ? 3 : 1)),
      header: fields.map((field) => [{ text: wordsIn(field.label, choice.locale) }]),
      rows: entries.map((entry) =>
        fields.map((field) => ({ blocks: blocksOfValue(field, entry[field.key], choice) })),
      ),
    },
  ];
}

function textOfValue(
  field: PackSection | PackField,
  value: unknown,
  locale: SectionChoice['locale'],
): string {
  const optionLabel = (chosen: unknown) => {
    const option = field.options?.find((candidate) => candidate.value === chosen);
    return option ? wordsIn(option.label, locale) : String(chosen);
  };
  if (field.kind === 'choice') return optionLabel(value);
  if (field.kind === 'choices') return Array.isArray(value) ? value.map(optionLabel).join(', ') : '';
  if (field.kind === 'date_range' && typeof value === 'object' && value !== null) {
    const { from, to } = value as { from?: string; to?: string };
    return [from, to].filter(Boolean).join(' – ');
  }
  if (field.kind === 'rating') return field.max ? `${value} / ${field.max}` : String(value);
  return typeof value === 'number' ? String(value) : '';
}
