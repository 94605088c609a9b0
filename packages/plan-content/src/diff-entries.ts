import type { PackField, PackSection, PackWords } from '@k12/contracts/planning/packs';
import type { PlanChange } from '@k12/contracts/planning/plan-diff';
import { type Compared, changeOf, diffText, diffValue, wordsOf } from './diff-values.ts';
import { matchEntries } from './match-entries.ts';
import type { DiffBudget } from './word-diff.ts';

interface Entry {
  id: string;
  [field: string]: unknown;
}

/** A list or a repeating group: entries are matched by their id (PLN-35). */
export function diffEntries(
  section: PackSection,
  before: unknown,
  after: unknown,
  budget: DiffBudget,
): PlanChange[] {
  return matchEntries(entriesOf(before), entriesOf(after)).flatMap((match): PlanChange[] => {
    const { id, from_position, to_position } = match;
    const compared: Compared = {
      path: `/${section.key}/${id}`,
      section_key: section.key,
      label: section.label,
      kind: section.kind === 'list' ? 'list_item' : 'group_item',
    };
    const place = { from_position, to_position, moved: match.moved };
    if (!match.before || !match.after) {
      const status = match.before ? 'removed' : 'added';
      const text = wordsOfEntry(section, (match.before ?? match.after) as Entry);
      return [changeOf(compared, status, { ...place, runs: [{ status, text }] })];
    }
    const edits = diffInside(section, compared, match.before, match.after, budget);
    if (section.kind === 'list')
      return edits.length === 0 ? moves(section, compared, match) : withPlace(edits, place);
    return [...moves(section, compared, match), ...edits];
  });
}

type Match = ReturnType<typeof matchEntries<Entry>>[number];

function moves(section: PackSection, compared: Compared, match: Match): PlanChange[] {
  if (!match.moved || !match.after) return [];
  const { from_position, to_position } = match;
  const text = wordsOfEntry(section, match.after);
  return [changeOf(compared, 'moved', { from_position, to_position, runs: [{ status: 'same', text }] })];
}

function withPlace(changes: PlanChange[], place: Partial<PlanChange>): PlanChange[] {
  return changes.map((change) => ({ ...change, ...place }));
}

function diffInside(
  section: PackSection,
  compared: Compared,
  before: Entry,
  after: Entry,
  budget: DiffBudget,
): PlanChange[] {
  if (section.kind === 'list') return diffText(compared, textOf(before), textOf(after), budget).map(asEdit);
  return (section.fields ?? []).flatMap((field) =>
    diffValue(
      {
        path: `${compared.path}/${field.key}`,
        section_key: section.key,
        label: joined(section.label, field.label),
        kind: field.kind,
      },
      before[field.key],
      after[field.key],
      { options: field.options ?? [], budget },
    ),
  );
}

/** The entry was there before and is there now: filling or emptying it is an edit. */
function asEdit(change: PlanChange): PlanChange {
  return { ...change, status: 'changed' };
}

function textOf(entry: Entry): string {
  return typeof entry.text === 'string' ? entry.text : '';
}

function wordsOfEntry(section: PackSection, entry: Entry): string {
  if (section.kind === 'list') return textOf(entry);
  return (section.fields ?? [])
    .map((field: PackField) => wordsOf(field.kind, entry[field.key], field.options ?? []))
    .filter((words) => words !== '')
    .join('\n');
}

function joined(section: PackWords, field: PackWords): PackWords {
  const languages = ['es', 'fr', 'ar'] as const;
  const words: PackWords = { en: `${section.en} · ${field.en}` };
  for (const language of languages)
    if (section[language] ?? field[language])
      words[language] = `${section[language] ?? section.en} · ${field[language] ?? field.en}`;
  return words;
}

function entriesOf(value: unknown): Entry[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Entry => typeof entry?.id === 'string');
}
