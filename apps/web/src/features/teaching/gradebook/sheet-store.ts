import { type CodedCell, readCells } from '@k12/contracts/teaching/cell-codes';
import type {
  Gradebook,
  GradebookColumn,
  GradebookRow,
  GradeCell,
  StudentTotal,
} from '@k12/contracts/teaching/gradebook';
import { type EntryContext, parseEntry } from '@k12/grading/entry';
import type { GradeEntry } from '@k12/grading/types';
import { type Periods, periodsOf } from './cell-status.ts';
import { type RowStates, rowStates } from './row-states.ts';
import type { ColumnStates } from './sheet-columns.ts';

export interface CellKey {
  student_id: string;
  assignment_id: string;
}

/** What was typed and is not the server's yet. */
export interface PendingCell extends CellKey {
  entry: string;
  confirm_high?: boolean;
  /** Undo puts a mark back as it was. */
  status_override?: CodedCell['override'];
  state: 'unsent' | 'saving' | 'failed' | 'refused' | 'conflict';
  code?: string;
  /** The cell as somebody else left it. */
  theirs?: GradeCell;
}

export interface Edit extends CellKey {
  entry: string;
  confirm_high?: boolean;
  status_override?: CodedCell['override'];
}

export type EditAction = 'edit' | 'fill' | 'curve' | 'paste' | 'excuse' | 'mark' | 'undo' | 'redo';

interface Step {
  before: Edit[];
  after: Edit[];
  /** What the server did at once it takes back at once; there is nothing to do again. */
  set?: { id: string; takeBack: () => void };
}

type ColumnCounts = { to_grade: number; hidden: number; graded: number };

function count(states: readonly ColumnCounts[], row: RowStates, by: 1 | -1): void {
  for (const kind of ['to_grade', 'hidden', 'graded'] as const) {
    for (const at of row[kind]) {
      const column = states[at];
      if (column) column[kind] += by;
    }
  }
}

const mostSteps = 100;
export const keyOf = ({ student_id, assignment_id }: CellKey) => `${student_id}/${assignment_id}`;

/** The sheet in memory: cells are read from their text when a row is first looked at. */
export class SheetStore {
  book: Gradebook;
  periods: Periods;
  pending = new Map<string, PendingCell>();
  /** Changed by somebody else since this was opened. */
  foreign = new Set<string>();
  saved_at: Date | null = null;
  /** A cell is open: nothing may come or go around it (TCH-101). */
  isTyping = false;
  #cells = new Map<string, (CodedCell | undefined)[]>();
  #columnAt = new Map<string, number>();
  #rowAt = new Map<string, number>();
  #totals = new Map<string, StudentTotal>();
  #rowStates = new Map<string, RowStates>();
  /** What the heads count, of which rows. */
  #counted: { rows: readonly { student_id: string }[]; ids: Set<string>; states: ColumnCounts[] } | null =
    null;
  #listeners = new Set<() => void>();
  #version = 0;
  #allSince = 0;
  #rowVersions = new Map<string, number>();
  /** Grows when what the heads of columns count may have changed. */
  countsVersion = 0;
  #undo: Step[] = [];
  #redo: Step[] = [];
  /** Told of every edit that has to go to the server. */
  send: (action: EditAction, keys: string[]) => void = () => undefined;

  constructor(book: Gradebook) {
    this.book = book;
    this.periods = periodsOf(book);
    this.load(book);
  }

  /** News of others are marked as such; what one's own act brought is not. */
  load(book: Gradebook, from: 'others' | 'own' = 'others'): void {
    const looked = [...this.#cells].flatMap(([student_id, cells]) =>
      cells.flatMap((cell, at) => {
        const assignment_id = this.book.columns[at]?.id;
        return cell && assignment_id ? [{ student_id, assignment_id, version: cell.version }] : [];
      }),
    );
    this.book = book;
    this.periods = periodsOf(book);
    this.#cells.clear();
    this.#rowStates.clear();
    this.#counted = null;
    this.countsVersion += 1;
    this.#columnAt = new Map(book.columns.map(({ id }, at) => [id, at]));
    this.#rowAt = new Map(book.rows.map(({ student_id }, at) => [student_id, at]));
    this.#totals.clear();
    this.#takeTotals(book.totals);
    if (from === 'others') for (const { version, ...key } of looked) this.#noteForeign(key, version);
    this.changed();
  }

  /** Somebody else changed what is not being typed here. */
  #noteForeign(key: CellKey, before: number): void {
    const cell = this.cell(key);
    if (cell && cell.version > before && !this.pending.has(keyOf(key))) this.foreign.add(keyOf(key));
  }
  /** What one has looked at is no news any more. */
  seen(key: CellKey): void {
    if (this.foreign.delete(keyOf(key))) this.changed([key]);
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  version = () => this.#version;
  rowVersion(studentId: string): number {
    return Math.max(this.#allSince, this.#rowVersions.get(studentId) ?? 0);
  }
  /** Rows that nothing happened to stay as they are drawn; unless some are named, it may have happened to all. */
  changed(rows?: readonly { student_id: string }[]): void {
    this.#version += 1;
    if (rows) for (const { student_id } of rows) this.#rowVersions.set(student_id, this.#version);
    else this.#allSince = this.#version;
    for (const listener of this.#listeners) listener();
  }

  column(id: string): GradebookColumn | undefined {
    return this.book.columns[this.#columnAt.get(id) ?? -1];
  }
  row(id: string): GradebookRow | undefined {
    return this.book.rows[this.#rowAt.get(id) ?? -1];
  }
  cell({ student_id, assignment_id }: CellKey): CodedCell | undefined {
    let cells = this.#cells.get(student_id);
    if (!cells) {
      cells = readCells(this.row(student_id)?.cells ?? '', this.book.columns.length);
      this.#cells.set(student_id, cells);
    }
    return cells[this.#columnAt.get(assignment_id) ?? -1];
  }
  total(studentId: string, periodId: string | null): StudentTotal | undefined {
    return this.#totals.get(`${studentId}/${periodId ?? ''}`);
  }
  #takeTotals(totals: readonly StudentTotal[]): void {
    for (const total of totals)
      this.#totals.set(`${total.student_id}/${total.grading_period_id ?? ''}`, total);
  }
  takeTotals(totals: readonly StudentTotal[]): void {
    this.#takeTotals(totals);
  }

  /** How many cells of each column wait for a grade, are hidden or graded; only a row that changed is counted again. */
  columnStates(rows: readonly { student_id: string }[]): ColumnStates {
    if (this.#counted?.rows !== rows) {
      const states = this.book.columns.map(() => ({ to_grade: 0, hidden: 0, graded: 0 }));
      this.#counted = { rows, ids: new Set(), states };
    }
    const { ids, states } = this.#counted;
    for (const { student_id } of rows) {
      if (ids.has(student_id)) continue;
      let row = this.#rowStates.get(student_id);
      if (!row) {
        row = rowStates(this.#cells.get(student_id) ?? this.row(student_id)?.cells ?? '');
        this.#rowStates.set(student_id, row);
      }
      count(states, row, 1);
      ids.add(student_id);
    }
    return new Map(
      this.book.columns.map(({ id }, at) => [id, { to_grade: 0, hidden: 0, graded: 0, ...states[at] }]),
    );
  }
  #countAgain(studentId: string): void {
    const row = this.#rowStates.get(studentId);
    this.#rowStates.delete(studentId);
    if (row && this.#counted?.ids.delete(studentId)) count(this.#counted.states, row, -1);
  }

  /** What the cell shows to be typed over: what is on its way, else what is stored. */
  textOf(key: CellKey): string {
    return this.pending.get(keyOf(key))?.entry ?? this.cell(key)?.entry ?? '';
  }

  understand(edit: Edit, mark: '.' | ','): GradeEntry {
    const column = this.column(edit.assignment_id);
    const { bands } = this.book.course.scheme;
    const context: EntryContext = {
      points_possible: column?.points_possible ?? '0',
      grading_type: column?.grading_type ?? 'points',
      scheme: {
        bands: bands.map(({ lower_percent, ...band }) => ({
          ...band,
          lower_bound: lower_percent,
          gpa_points: null,
        })),
        rounding: 'none',
        letter_value: 'middle',
      },
      decimal_mark: mark,
      confirmed: edit.confirm_high === true,
    };
    return parseEntry(edit.entry, context);
  }

  /** Takes what was typed; what cannot be meant turns red and stays here (TCH-95). */
  edit(edits: readonly Edit[], action: EditAction, mark: '.' | ','): void {
    const step: Step = { before: [], after: [] };
    const keys: string[] = [];
    for (const edit of edits) {
      const cell = this.cell(edit);
      if (!cell || cell.is_anonymous) continue;
      const known = this.pending.get(keyOf(edit));
      if (!known && edit.status_override === undefined && edit.entry === (cell.entry ?? '')) continue;
      const { student_id, assignment_id } = edit;
      step.before.push({
        student_id,
        assignment_id,
        entry: cell.entry ?? '',
        status_override: cell.override,
      });
      step.after.push(edit);
      const read = this.understand(edit, mark);
      const refusal = read.kind === 'refused' ? { state: 'refused' as const, code: read.code } : null;
      this.pending.set(keyOf(edit), { ...edit, ...(refusal ?? { state: 'unsent' as const }) });
      if (!refusal) keys.push(keyOf(edit));
    }
    if (step.after.length === 0) return;
    if (action !== 'undo' && action !== 'redo') {
      this.#undo = [...this.#undo.slice(1 - mostSteps), step];
      this.#redo = [];
    }
    this.changed(step.after);
    if (keys.length > 0) this.send(action, keys);
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }
  get canRedo(): boolean {
    return this.#redo.length > 0;
  }
  undo(mark: '.' | ','): void {
    const step = this.#undo.pop();
    if (!step) return;
    if (step.set) {
      step.set.takeBack();
      this.changed();
    } else {
      this.#redo.push(step);
      this.edit(step.before, 'undo', mark);
    }
  }
  redo(mark: '.' | ','): void {
    const step = this.#redo.pop();
    if (!step) return;
    this.#undo.push(step);
    this.edit(step.after, 'redo', mark);
  }

  /** A bulk change of the server, such as an import, is undone like what was typed. */
  keepSet(id: string, takeBack: () => void): void {
    this.#undo = [...this.#undo.slice(1 - mostSteps), { before: [], after: [], set: { id, takeBack } }];
    this.#redo = [];
    this.changed();
  }
  forgetSet(id: string): void {
    this.#undo = this.#undo.filter(({ set }) => set?.id !== id);
  }

  drop(key: string): void {
    const cell = this.pending.get(key);
    this.pending.delete(key);
    this.changed(cell && [cell]);
  }

  /** The cell as the server has it now. */
  take(cell: GradeCell): void {
    const old = this.cell(cell);
    if (!old) return;
    this.#countAgain(cell.student_id);
    this.countsVersion += 1;
    const { state, status_override, entry, effective_score, deduction, is_posted, grade_version } = cell;
    const isGraded = state !== 'none';
    Object.assign(old, {
      state,
      override: status_override,
      entry: entry ?? effective_score,
      score: effective_score,
      deduction: deduction === '0' ? null : deduction,
      is_posted,
      is_policy: false,
      version: grade_version,
      has_new_work: isGraded ? false : old.has_new_work,
    } satisfies Partial<CodedCell>);
  }

  /** Changes since the last state: newer cells replace older ones, what is being typed stays (TCH-101). */
  merge(news: Gradebook): void {
    for (const row of news.rows) {
      for (const [at, cell] of readCells(row.cells, this.book.columns.length).entries()) {
        const assignment_id = this.book.columns[at]?.id;
        if (!cell || !assignment_id) continue;
        const key = { student_id: row.student_id, assignment_id };
        const old = this.cell(key);
        if (old && old.version > cell.version) continue;
        this.#cells.get(row.student_id)?.splice(at, 1, cell);
        if (old) this.#noteForeign(key, old.version);
      }
      this.#countAgain(row.student_id);
      this.countsVersion += 1;
    }
    this.#takeTotals(news.totals);
    this.book = { ...this.book, state: news.state };
    this.changed();
  }
}
