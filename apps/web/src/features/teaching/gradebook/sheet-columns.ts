import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import type {
  GradebookArrangement,
  SheetFilters,
  SheetLayout,
} from '@k12/contracts/teaching/gradebook-views';
import { periodOfCell } from './cell-status.ts';
import type { SheetStore } from './sheet-store.ts';

/** Which kinds of grades a column holds; asked of the store once for all columns. */
export type ColumnStates = ReadonlyMap<string, { to_grade: number; hidden: number; graded: number }>;

/** Columns under one heading: those of a category, a module or a period. */
interface ColumnGroup {
  start: number;
  count: number;
  id: string | null;
}

export interface ArrangedColumns {
  /** Those that stay beside the student come first. */
  columns: GradebookColumn[];
  frozen: number;
  /** Of the columns that move. */
  groups: ColumnGroup[];
}

type Modules = GradebookArrangement['modules'];

/** The columns one sees, in the order one gave them: frozen ones, then group by group (TCH-91, TCH-104). */
export function arrangeColumns(
  store: SheetStore,
  { layout, filters, modules }: { layout: SheetLayout; filters: SheetFilters; modules: Modules },
): ArrangedColumns {
  const shown = store.book.columns.filter((column) => isShown(store, column, layout, filters, modules));
  const groupOf = grouping(store, layout.group_by, modules);
  const handPlace = new Map(layout.order.map((id, at) => [id, at]));
  const handLast = layout.order.length;
  const frozen = layout.frozen.flatMap((id) => shown.find((column) => column.id === id) ?? []);
  const moving = shown
    .filter((column) => !frozen.includes(column))
    .map((column, at) => ({ column, at, group: groupOf(column), hand: handPlace.get(column.id) ?? handLast }))
    .sort((a, b) => a.group.place - b.group.place || a.hand - b.hand || a.at - b.at);
  const groups: ColumnGroup[] = [];
  for (const [at, { group }] of moving.entries()) {
    const open = groups.at(-1);
    if (open && open.id === group.id) open.count += 1;
    else groups.push({ start: at, count: 1, id: group.id });
  }
  return { columns: [...frozen, ...moving.map(({ column }) => column)], frozen: frozen.length, groups };
}

function isShown(
  store: SheetStore,
  column: GradebookColumn,
  { hidden, hidden_kinds }: SheetLayout,
  filters: SheetFilters,
  modules: Modules,
): boolean {
  const { category_id, module_id, period_id, due_from, due_until } = filters;
  if (hidden.includes(column.id) || hidden_kinds.includes(column.kind)) return false;
  if (category_id !== null && column.category_id !== category_id) return false;
  if (period_id !== null && periodOfCell(undefined, column, store.periods) !== period_id) return false;
  if (
    module_id !== null &&
    !modules.some((one) => one.id === module_id && one.assignment_ids.includes(column.id))
  )
    return false;
  if (due_from === null && due_until === null) return true;
  const due = column.due_at === null ? null : localDay(column.due_at, store.book.course.time_zone);
  if (due_from !== null && (due === null || due < due_from)) return false;
  return due_until === null || (due !== null && due <= due_until);
}

function localDay(at: string, timeZone: string): string {
  return new Date(at).toLocaleDateString('en-CA', { timeZone });
}

function grouping(store: SheetStore, by: SheetLayout['group_by'], modules: Modules) {
  const { categories, periods } = store.book;
  const places = (ids: readonly string[]) => new Map(ids.map((id, at) => [id, at]));
  if (by === 'none') return () => ({ id: null, place: 0 });
  const known = places(
    (by === 'category' ? categories : by === 'period' ? periods : modules).map(({ id }) => id),
  );
  const idOf = (column: GradebookColumn): string | null => {
    if (by === 'category') return column.category_id;
    if (by === 'period') return periodOfCell(undefined, column, store.periods);
    return modules.find(({ assignment_ids }) => assignment_ids.includes(column.id))?.id ?? null;
  };
  return (column: GradebookColumn) => {
    const id = idOf(column);
    const place = id === null ? undefined : known.get(id);
    return place === undefined ? { id: null, place: known.size } : { id, place };
  };
}

/** Only columns with grades of that kind (TCH-104). */
export function columnsInState(
  { columns, frozen }: Pick<ArrangedColumns, 'columns' | 'frozen'>,
  wanted: SheetFilters['columns'],
  states: ColumnStates,
): ReadonlySet<string> {
  const kept = columns.filter(({ id }, at) => {
    const { to_grade = 0, hidden = 0, graded = 0 } = states.get(id) ?? {};
    if (wanted === 'all' || at < frozen) return true;
    if (wanted === 'to_grade') return to_grade > 0;
    if (wanted === 'hidden') return hidden > 0;
    return wanted === 'graded' ? graded > 0 : graded === 0;
  });
  return new Set(kept.map(({ id }) => id));
}

/** A column put before another, as the order to remember: that of all columns as they stand now. */
export function movedBefore(columns: readonly { id: string }[], id: string, before: string | null): string[] {
  const others = columns.map((column) => column.id).filter((one) => one !== id);
  const at = before === null ? others.length : others.indexOf(before);
  return at < 0 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)];
}
