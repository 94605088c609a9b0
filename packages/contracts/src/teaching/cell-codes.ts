import type { GradeState, StatusOverride } from './gradebook.ts';

/**
 * The cells of a row as one text, so that 100,000 of them are neither built nor parsed one by one. Cells are divided by
 * `|`; each is `column:flags~version~score~entry~deduction~late~due`, what is empty at the end left out. `score` is the
 * effective one, `entry` only given where it reads otherwise, `late` are minutes past the due time before any grace,
 * `due` minutes since 1970 where the student's due time is not the column's (`-`: none). A cell that is not there is
 * not assigned to the student.
 */
export interface CodedCell {
  state: GradeState;
  has_new_work: boolean;
  is_submitted: boolean;
  is_posted: boolean;
  /** Filled by the missing policy (TCH-42). */
  is_policy: boolean;
  is_before_enrollment: boolean;
  /** The grade is withheld until everything is posted (TCH-78). */
  is_anonymous: boolean;
  override: StatusOverride | null;
  version: number;
  score: string | null;
  entry: string | null;
  deduction: string | null;
  late_minutes: number;
  /** Undefined: as the column; null: none. */
  due_at: number | null | undefined;
}

const states: readonly GradeState[] = ['none', 'graded', 'excused', 'incomplete'];
const overrides: readonly (StatusOverride | null)[] = [
  null,
  'late',
  'not_late',
  'missing',
  'not_missing',
  'none',
];

/** Reads a row into an array by column; what is not assigned stays undefined. */
export function readCells(text: string, columns: number): (CodedCell | undefined)[] {
  const cells = new Array<CodedCell | undefined>(columns).fill(undefined);
  if (text === '') return cells;
  for (const part of text.split('|')) {
    const colon = part.indexOf(':');
    cells[Number(part.slice(0, colon))] = readCell(part.slice(colon + 1));
  }
  return cells;
}

export function readCell(code: string): CodedCell {
  const [flagText = '0', version = '0', score = '', entry = '', deduction = '', late = '', due = ''] =
    code.split('~');
  const flags = Number(flagText);
  return {
    state: states[flags & 3] ?? 'none',
    has_new_work: (flags & 4) !== 0,
    is_submitted: (flags & 8) !== 0,
    is_posted: (flags & 16) !== 0,
    is_policy: (flags & 32) !== 0,
    is_before_enrollment: (flags & 64) !== 0,
    is_anonymous: (flags & 128) !== 0,
    override: overrides[flags >> 8] ?? null,
    version: Number(version),
    score: score || null,
    entry: entry || score || null,
    deduction: deduction || null,
    late_minutes: Number(late),
    due_at: due === '' ? undefined : due === '-' ? null : Number(due) * 60_000,
  };
}
