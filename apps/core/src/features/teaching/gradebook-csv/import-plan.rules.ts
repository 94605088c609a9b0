import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { ImportedCell } from '@k12/contracts/teaching/gradebook-csv';
import type { CsvTable } from '../../../platform/csv/read-table.ts';
import { assignmentOf, headers, unmasked } from './sheet-table.rules.ts';

export interface ImportFacts {
  columns: readonly { id: string; title: string }[];
  students: readonly {
    student_id: string;
    student_number: string | null;
    email: string | null;
    external_id: string | null;
  }[];
  cellOf(studentId: string, assignmentId: string): CodedCell | undefined;
  /** Why this text cannot be taken for the cell; null: it can. */
  refusalOf(studentId: string, assignmentId: string, text: string): string | null;
  isChangedSince(studentId: string, assignmentId: string, exportedAt: string): boolean;
  blank_clears: boolean;
  overwrites_excused: boolean;
}

/** What stands in a column that no assignment has yet; kept in case it becomes one (TCH-131). */
export interface UnknownCell {
  column: string;
  student_id: string;
  after: string;
}

export interface ImportPlan {
  unknown_columns: string[];
  unknown_cells: UnknownCell[];
  cells: ImportedCell[];
}

/** What a table would do to each cell; students by id, then number, then e-mail, never by name (TCH-130). */
export function planImport({ header, rows }: CsvTable, facts: ImportFacts): ImportPlan {
  const meant = header.map((text) => assignmentOf(text, facts.columns));
  const unknown_columns = header.filter((text, at) => meant[at] === null && text !== '');
  const place = (name: string) =>
    header.findIndex((text) => unmasked(text).toLowerCase() === name.toLowerCase());
  const places = {
    id: place(headers.id),
    number: place(headers.number),
    email: place(headers.email),
    student: place(headers.student),
    exported: place(headers.exported),
  };
  const seen = new Set<string>();
  const unknown_cells: UnknownCell[] = [];
  const cells = rows.flatMap(({ line, cells: texts }): ImportedCell[] => {
    const textAt = (at: number) => unmasked(texts[at] ?? '');
    const student =
      textAt(places.student) || textAt(places.id) || textAt(places.number) || textAt(places.email);
    const base = { line, student, before: null, after: '', grade_version: null, code: null };
    const student_id = matchStudent(facts.students, {
      id: textAt(places.id),
      number: textAt(places.number),
      email: textAt(places.email),
    });
    const whole = { ...base, student_id, assignment_id: null, column: '' };
    if (student_id === null) return [{ ...whole, outcome: 'unknown_student' }];
    if (seen.has(student_id)) return [{ ...whole, outcome: 'duplicate_row' }];
    seen.add(student_id);
    return meant.flatMap((assignment_id, at): ImportedCell[] => {
      const column = header[at] ?? '';
      if (assignment_id === null && column !== '' && textAt(at) !== '')
        unknown_cells.push({ column, student_id, after: textAt(at) });
      if (assignment_id === null || assignment_id === 'not_grades') return [];
      const cell = { ...base, student_id, assignment_id, column, after: textAt(at) };
      return planCell(cell, textAt(places.exported), facts);
    });
  });
  return { unknown_columns, unknown_cells, cells };
}

function matchStudent(
  students: ImportFacts['students'],
  given: { id: string; number: string; email: string },
): string | null {
  const only = (found: ImportFacts['students']) =>
    found.length === 1 ? (found[0]?.student_id ?? null) : null;
  if (given.id !== '')
    return only(students.filter(({ student_id }) => student_id === given.id.toLowerCase()));
  if (given.number !== '') {
    return only(
      students.filter((each) => each.student_number === given.number || each.external_id === given.number),
    );
  }
  if (given.email === '') return null;
  return only(students.filter(({ email }) => email?.toLowerCase() === given.email.toLowerCase()));
}

type Planned = Omit<ImportedCell, 'outcome'> & { student_id: string; assignment_id: string };

function planCell(given: Planned, exportedAt: string, facts: ImportFacts): ImportedCell[] {
  const { student_id, assignment_id, after } = given;
  if (after === '' && !facts.blank_clears) return [];
  const cell = facts.cellOf(student_id, assignment_id);
  const before = cell?.entry ?? null;
  const planned = { ...given, before, grade_version: cell?.version ?? null };
  const refuse = (code: string): ImportedCell[] => [{ ...planned, outcome: 'refused', code }];
  if (after === (before ?? '')) return [{ ...planned, outcome: 'same' }];
  if (!cell) return refuse('not_assigned');
  if (cell.is_anonymous) return refuse('anonymous');
  if (cell.state === 'excused' && !facts.overwrites_excused) return refuse('excused');
  const code = facts.refusalOf(student_id, assignment_id, after);
  if (code !== null) return refuse(code);
  const isInstant = !Number.isNaN(Date.parse(exportedAt));
  if (isInstant && facts.isChangedSince(student_id, assignment_id, exportedAt)) {
    return [{ ...planned, outcome: 'conflict' }];
  }
  return [{ ...planned, outcome: 'change' }];
}
