import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import { cellStatus, type StatusColumn } from '@k12/grading/cell-status';
import { withoutFormulaMark } from '../../../platform/csv/write-csv.ts';

/** Headers that an import knows again; the others are for people. */
export const headers = {
  student: 'Student',
  id: 'ID',
  number: 'Student number',
  email: 'E-mail',
  section: 'Section',
  so_far: 'Total so far',
  if_nothing_more: 'Total if nothing more',
  label: 'Grade',
  exported: 'Exported',
} as const;

const known: ReadonlySet<string> = new Set(Object.values(headers));
const withId = /\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/i;

export function columnHeader(column: {
  id: string;
  title: string;
  points_possible: string;
  category: string;
  due_on: string;
}): string {
  const facts = [`${column.points_possible} pts`, column.category, column.due_on].filter(
    (fact) => fact !== '',
  );
  return `${column.title} (${facts.join(', ')}) [${column.id}]`;
}

/** The assignment that a header names: by its id, else by its title where only one has it. */
export function assignmentOf(
  header: string,
  columns: readonly { id: string; title: string }[],
): string | 'not_grades' | null {
  const plain = unmasked(header);
  if (known.has(plain) || plain.endsWith(' status')) return 'not_grades';
  const id = withId.exec(plain)?.[1]?.toLowerCase();
  if (id) return columns.some((column) => column.id === id) ? id : null;
  const titled = columns.filter(({ title }) => title.toLowerCase() === plain.toLowerCase());
  return titled.length === 1 ? (titled[0]?.id ?? null) : null;
}

/** The apostrophe that made a cell harmless in spreadsheets is no part of it. */
export function unmasked(text: string): string {
  return withoutFormulaMark(text.trim());
}

export function statusText(cell: CodedCell, column: StatusColumn, now: string): string {
  if (cell.state === 'excused' || cell.state === 'incomplete') return cell.state;
  const { is_missing, is_late } = cellStatus(cell, column, now);
  if (is_missing) return 'missing';
  if (is_late) return 'late';
  return cell.is_submitted ? 'submitted' : '';
}
