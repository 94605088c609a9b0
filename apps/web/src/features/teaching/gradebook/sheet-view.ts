import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import { isCellMissing, periodOfCell } from './cell-status.ts';
import type { SheetStore } from './sheet-store.ts';

export type StatusFilter = 'all' | 'missing' | 'to_grade' | 'below';

/** What of the sheet is shown, and in which order. */
export interface SheetView {
  period_id: string | null;
  section_id: string | null;
  status: StatusFilter;
  /** For `below`: percent. */
  below: number;
  name: string;
  category_id: string | null;
  sort: { by: 'name' | 'total' | string; descending: boolean };
  shows_withdrawn: boolean;
}

export const plainView: SheetView = {
  period_id: null,
  section_id: null,
  status: 'all',
  below: 70,
  name: '',
  category_id: null,
  sort: { by: 'name', descending: false },
  shows_withdrawn: false,
};

/** The sheet opens with the period that is going on. */
export function firstView(store: SheetStore, now: string): SheetView {
  const at = Date.parse(now);
  const span = store.periods.spans.find(({ from, to }) => at >= from && at < to);
  const hasColumns =
    span && store.book.columns.some((each) => periodOfCell(undefined, each, store.periods) === span.id);
  return { ...plainView, period_id: hasColumns ? span.id : null };
}

/** Columns in the order of their categories, those without one last (TCH-91). */
export function columnsOf(store: SheetStore, view: SheetView): GradebookColumn[] {
  const place = new Map(store.book.categories.map(({ id }, at) => [id as string | null, at]));
  const last = store.book.categories.length;
  return store.book.columns
    .filter(
      (column) =>
        (view.category_id === null || column.category_id === view.category_id) &&
        (view.period_id === null || periodOfCell(undefined, column, store.periods) === view.period_id),
    )
    .map((column, at) => ({ column, at }))
    .sort(
      (a, b) =>
        (place.get(a.column.category_id) ?? last) - (place.get(b.column.category_id) ?? last) || a.at - b.at,
    )
    .map(({ column }) => column);
}

export function totalText(
  store: SheetStore,
  studentId: string,
  view: Pick<SheetView, 'period_id'>,
): string | null {
  const total = store.total(studentId, view.period_id);
  if (!total) return null;
  if (total.override?.percent) return total.override.percent;
  return store.book.course.total_shown === 'so_far' ? total.so_far : total.if_nothing_more;
}

export function rowsOf(
  store: SheetStore,
  view: SheetView,
  columns: readonly GradebookColumn[],
  now: string,
): GradebookRow[] {
  const wanted = view.name.trim().toLocaleLowerCase();
  const rows = store.book.rows.filter(
    (row) =>
      (view.shows_withdrawn || row.state === 'active' || row.state === 'completed') &&
      (view.section_id === null || row.section_ids.includes(view.section_id)) &&
      (wanted === '' || row.name.toLocaleLowerCase().includes(wanted)) &&
      hasStatus(store, view, row, columns, now),
  );
  const { by, descending } = view.sort;
  if (by === 'name') return descending ? rows.toReversed() : rows;
  const scoreOf = (row: GradebookRow) =>
    Number(
      (by === 'total'
        ? totalText(store, row.student_id, view)
        : store.cell({ student_id: row.student_id, assignment_id: by })?.score) ?? -1,
    );
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: scoreOf(row) }))
    .sort((a, b) => sign * (a.value - b.value))
    .map(({ row }) => row);
}

function hasStatus(
  store: SheetStore,
  { status, below, period_id }: SheetView,
  { student_id }: GradebookRow,
  columns: readonly GradebookColumn[],
  now: string,
): boolean {
  if (status === 'all') return true;
  if (status === 'below') {
    const total = totalText(store, student_id, { period_id });
    return total !== null && Number(total) < below;
  }
  return columns.some((column) => {
    const cell = store.cell({ student_id, assignment_id: column.id });
    if (!cell) return false;
    return status === 'missing' ? isCellMissing(cell, column, now) : cell.has_new_work;
  });
}

/** Columns with grades that students do not see yet, and how many. */
export function hiddenGrades(
  store: SheetStore,
  columns: readonly GradebookColumn[],
  rows: readonly { student_id: string }[],
): { columns: string[]; count: number } {
  const found = new Set<string>();
  let count = 0;
  for (const { id: assignment_id, is_anonymous } of columns) {
    if (is_anonymous) continue;
    for (const { student_id } of rows) {
      const cell = store.cell({ student_id, assignment_id });
      if (!cell || cell.state === 'none' || cell.is_posted) continue;
      found.add(assignment_id);
      count += 1;
    }
  }
  return { columns: [...found], count };
}
