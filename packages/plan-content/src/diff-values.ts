import type { PackOption, PackWords } from '@k12/contracts/planning/packs';
import type { ChangeKind, ChangeStatus, DiffValue, PlanChange } from '@k12/contracts/planning/plan-diff';
import { linesOfRichText } from './rich-text-lines.ts';
import { sameValue } from './same-value.ts';
import { type DiffBudget, diffWords } from './word-diff.ts';

/** What is compared: where it stands and what it is called. */
export interface Compared {
  path: string;
  section_key: string | null;
  label: PackWords;
  kind: ChangeKind;
}

export interface ValueRules {
  options: readonly PackOption[];
  budget: DiffBudget;
}

export function changeOf(
  compared: Compared,
  status: ChangeStatus,
  facts: Partial<PlanChange> = {},
): PlanChange {
  return {
    ...compared,
    status,
    moved: status === 'moved',
    from_position: null,
    to_position: null,
    formatting_only: false,
    coarse: false,
    runs: null,
    name: null,
    before: null,
    after: null,
    ...facts,
  };
}

/** A value of any kind that is not made of entries. */
export function diffValue(
  compared: Compared,
  before: unknown,
  after: unknown,
  rules: ValueRules,
): PlanChange[] {
  if (sameValue(before, after)) return [];
  switch (compared.kind) {
    case 'rich_text':
      return diffRichText(compared, before, after, rules.budget);
    case 'choice':
      return diffFact(compared, optionOf(before, rules.options), optionOf(after, rules.options));
    case 'choices':
      return diffChoices(compared, before, after, rules.options);
    case 'number':
    case 'rating':
      return diffFact(compared, numberOf(before), numberOf(after));
    case 'date_range':
      return diffFact(compared, rangeOf(before), rangeOf(after));
    default:
      return diffText(compared, textOf(before), textOf(after), rules.budget);
  }
}

export function diffText(
  compared: Compared,
  before: string,
  after: string,
  budget: DiffBudget,
): PlanChange[] {
  if (before === after) return [];
  const status = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return [changeOf(compared, status, diffWords(before, after, budget))];
}

/** Old value and new value, as they are (PLN-37). */
export function diffFact(
  compared: Compared,
  before: DiffValue | null,
  after: DiffValue | null,
): PlanChange[] {
  if (sameValue(before, after)) return [];
  const status = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [changeOf(compared, status, { before, after })];
}

/** Compared as text; where only the looks differ, that is said instead. */
function diffRichText(compared: Compared, before: unknown, after: unknown, budget: DiffBudget): PlanChange[] {
  const [old, now] = [linesOfRichText(before), linesOfRichText(after)];
  if (old !== now) return diffText(compared, old, now, budget);
  if (old === '') return [];
  const runs = [{ status: 'same' as const, text: now }];
  return [changeOf(compared, 'changed', { formatting_only: true, runs })];
}

function diffChoices(
  compared: Compared,
  before: unknown,
  after: unknown,
  options: readonly PackOption[],
): PlanChange[] {
  const [old, now] = [stringsOf(before), stringsOf(after)];
  const member = (value: string, status: 'added' | 'removed') =>
    changeOf({ ...compared, path: `${compared.path}/${value}` }, status, { name: optionOf(value, options) });
  return [
    ...old.filter((value) => !now.includes(value)).map((value) => member(value, 'removed')),
    ...now.filter((value) => !old.includes(value)).map((value) => member(value, 'added')),
  ];
}

/** What one entry or field says, in words: for entries that came or went as a whole. */
export function wordsOf(kind: string, value: unknown, options: readonly PackOption[]): string {
  if (kind === 'rich_text') return linesOfRichText(value);
  if (kind === 'choice') return optionOf(value, options)?.en ?? '';
  if (kind === 'choices')
    return stringsOf(value)
      .map((one) => optionOf(one, options)?.en ?? one)
      .join(', ');
  if (kind === 'number' || kind === 'rating') return String(numberOf(value) ?? '');
  if (kind === 'date_range') {
    const range = rangeOf(value);
    return range ? `${range.from ?? ''} – ${range.to ?? ''}` : '';
  }
  return textOf(value);
}

function optionOf(value: unknown, options: readonly PackOption[]): PackWords | null {
  if (typeof value !== 'string' || value === '') return null;
  return options.find((option) => option.value === value)?.label ?? { en: value };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function rangeOf(value: unknown): { from: string | null; to: string | null } | null {
  if (typeof value !== 'object' || value === null) return null;
  const { from, to } = value as { from?: unknown; to?: unknown };
  if (!from && !to) return null;
  return { from: typeof from === 'string' ? from : null, to: typeof to === 'string' ? to : null };
}
