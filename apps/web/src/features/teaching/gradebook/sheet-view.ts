import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type { GradebookArrangement, SheetFilters } from '@k12/contracts/teaching/gradebook-views';
import { cellStatus } from '@k12/grading/cell-status';
import { periodOfCell } from './cell-status.ts';
import type { ColumnStates } from './sheet-columns.ts';
import type { SheetStore } from './sheet-store.ts';

export const plainView: SheetFilters = {
  period_id: null,
  section_id: null,
  group_id: null,
  status: 'all',
  below: 70,
  name: '',
  category_id: null,
  module_id: null,
  columns: 'all',
  due_from: null,
  due_until: null,
  sort: { by: 'name', descending: false },
  shows_withdrawn: false,
};

/** As everybody has it who arranged nothing. */
export const plainArrangement: GradebookArrangement = {
  layout: {
    ...{ density: 'comfortable', group_by: 'category', shows_figures: false, colors: null },
    ...{ frozen: [], hidden: [], hidden_kinds: [], order: [], widths: {} },
  },
  views: [],
  groups: [],
  modules: [],
};

/** The sheet opens with the period that is going on. */
export function firstView(store: SheetStore, now: string): SheetFilters {
  const at = Date.parse(now);
  const span = store.periods.spans.find(({ from, to }) => at >= from && at < to);
  const hasColumns =
    span && store.book.columns.some((each) => periodOfCell(undefined, each, store.periods) === span.id);
  return { ...plainView, period_id: hasColumns ? span.id : null };
}

export function totalText(
  store: SheetStore,
  studentId: string,
  view: Pick<SheetFilters, 'period_id'>,
): string | null {
  const total = store.total(studentId, view.period_id);
  if (!total) return null;
  if (total.override?.percent) return total.override.percent;
  return store.book.course.total_shown === 'so_far' ? total.so_far : total.if_nothing_more;
}

interface RowChoice {
  view: SheetFilters;
  columns: readonly GradebookColumn[];
  groups: GradebookArrangement['groups'];
  now: string;
}

/** The students one looks at, in the order one wants them (TCH-104). */
export function rowsOf(store: SheetStore, { view, columns, groups, now }: RowChoice): GradebookRow[] {
  const wanted = view.name.trim().toLocaleLowerCase();
  const group = groups.find(({ id }) => id === view.group_id);
  const members = group && new Set(group.student_ids);
  const rows = store.book.rows.filter(
    (row) =>
      (view.shows_withdrawn || row.state === 'active' || row.state === 'completed') &&
      (view.section_id === null || row.section_ids.includes(view.section_id)) &&
      (!members || members.has(row.student_id)) &&
      (wanted === '' || row.name.toLocaleLowerCase().includes(wanted)) &&
      hasStatus(store, view, row, columns, now),
  );
  return sorted(store, view, rows);
}

function sorted(store: SheetStore, view: SheetFilters, rows: GradebookRow[]): GradebookRow[] {
  const { by, descending } = view.sort;
  if (by === 'name') return descending ? rows.toReversed() : rows;
  const sign = descending ? -1 : 1;
  if (by === 'section') {
    const place = new Map(store.book.sections.map(({ id }, at) => [id, at]));
    const placeOf = ({ section_ids }: GradebookRow) => place.get(section_ids[0] ?? '') ?? place.size;
    return rows.toSorted((a, b) => sign * (placeOf(a) - placeOf(b)));
  }
  const scoreOf = (row: GradebookRow) =>
    Number(
      (by === 'total'
        ? totalText(store, row.student_id, view)
        : store.cell({ student_id: row.student_id, assignment_id: by })?.score) ?? -1,
    );
  return rows
    .map((row) => ({ row, value: scoreOf(row) }))
    .sort((a, b) => sign * (a.value - b.value))
    .map(({ row }) => row);
}

function hasStatus(
  store: SheetStore,
  { status, below, period_id }: SheetFilters,
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
    if (status === 'to_grade') return cell.has_new_work;
    const { is_missing, is_late } = cellStatus(cell, column, now);
    return status === 'missing' ? is_missing : is_late;
  });
}

/** Columns with grades that students do not see yet, and how many. */
export function hiddenGrades(columns: readonly GradebookColumn[], states: ColumnStates) {
  const found = columns.filter(({ id, is_anonymous }) => !is_anonymous && (states.get(id)?.hidden ?? 0) > 0);
  const count = found.reduce((sum, { id }) => sum + (states.get(id)?.hidden ?? 0), 0);
  return { columns: found.map(({ id }) => id), count };
}

/** Scores that figures are made of: of who is excused, ungraded or gone there is none (TCH-105). */
export function countedScores(
  store: SheetStore,
  rows: readonly GradebookRow[],
  assignment_id: string,
): string[] {
  return rows.flatMap(({ student_id, state }) => {
    if (state !== 'active' && state !== 'completed') return [];
    const cell = store.cell({ student_id, assignment_id });
    return cell?.state === 'graded' && cell.score !== null ? [cell.score] : [];
  });
}

/** For display alone: half up, from the exact text (TCH-108). */
export function rounded(text: string, decimals: number, mark: '.' | ','): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  const step = 10n ** BigInt(4 - decimals);
  const value = String((digits + step / 2n) / step).padStart(decimals + 1, '0');
  if (decimals === 0) return value;
  return `${value.slice(0, -decimals)}${mark}${value.slice(-decimals)}`;
}
