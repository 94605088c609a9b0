// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type { SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { CellEditor } from './cell-editor.tsx';
import { MarkDrawings } from './cell-marks.tsx';
import type { ColumnAction } from './column-actions.ts';
import type { Place, Selection } from './selection.ts';
import type { ArrangedColumns, ColumnStates } from './sheet-columns.ts';
import { SheetHeader } from './sheet-header.tsx';
import { cellId } from './sheet-row.tsx';
import { figureRows, type SheetSizes, sheetSizes } from './sheet-sizes.ts';
import type { SheetStore } from './sheet-store.ts';
import { useSheetWords } from './sheet-words.ts';
import { useDrawnRows } from './use-drawn-rows.ts';
import { usePointerSelection } from './use-pointer-selection.ts';
import { forgetSight, scrollToCell } from './use-window.ts';

// Few have them shown, and everybody would wait for them.
const SheetFigures = dynamic(
  loaded(() => import('./sheet-figures.tsx').then((module) => module.SheetFigures)),
  { loading: nothingYet, ssr: false },
);

export interface GridProps {
  store: SheetStore;
  version: number;
  view: SheetFilters;
  layout: SheetLayout;
  rows: readonly GradebookRow[];
  arranged: ArrangedColumns;
  columns: readonly GradebookColumn[];
  groupName: (id: string | null) => { name: string; color: string; note: string };
  states: ColumnStates;
  selection: Selection;
  /** What is being typed; null while no cell is open. */
  draft: { text: string; note: string | null } | null;
  now: string;
  mark: '.' | ',';
  decimals: number;
  scroller: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onCopy: (event: React.ClipboardEvent) => void;
  onPaste: (event: React.ClipboardEvent) => void;
  onSelect: (place: Place, extend: boolean) => void;
  onOpen: (place: Place) => void;
  onDraft: (text: string) => void;
  onClose: () => void;
  onAction: (column: GradebookColumn, action: ColumnAction) => void;
  onSort: (by: SheetFilters['sort']['by']) => void;
  onTotal: (studentId: string) => void;
  onStudent: (studentId: string) => void;
  onWidth: (key: string, width: number) => void;
  /** A column put before another; null: at the end. */
  onMove: (id: string, before: string | null) => void;
}

export function SheetGrid(props: GridProps) {
  const { store, rows, columns, arranged, selection, scroller, layout } = props;
  const t = useTranslations('teaching-gradebook');
  const sizes = useMemo(() => sheetSizes(columns, arranged.frozen, layout), [columns, arranged, layout]);
  const words = useSheetWords();
  const { now, mark, decimals } = props;
  const { box, host, first, last } = useDrawnRows(scroller, {
    ...{ store, rows, columns, sizes, words, now, mark, decimals, selection },
    periodId: props.view.period_id,
    colors: layout.colors,
    isOpen: props.draft !== null,
  });
  const { active } = selection;
  useKeptInSight(props, sizes);
  const pointer = usePointerSelection(selection, props.onSelect, props.onOpen);
  const isOpen = columns.length > 0 && rows.length > 0;
  const figures = layout.shows_figures ? figureRows.length : 0;
  const windowed = { first, last };
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('sheetOf', { course: store.book.course.name })}
      aria-rowcount={rows.length + 2 + figures}
      aria-colcount={columns.length + 3}
      aria-multiselectable
      aria-activedescendant={isOpen ? cellId(active) : undefined}
      className="relative min-h-0 flex-1 overflow-auto bg-paper contain-strict outline-none select-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-board"
      onKeyDown={props.onKeyDown}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
      onClick={(event) => openedBy(props, event.target)}
      {...pointer}
    >
      <MarkDrawings />
      <div
        role="presentation"
        className="relative"
        style={{ width: sizes.whole, height: sizes.head + rows.length * sizes.row }}
      >
        <SheetHeader {...headerOf(props)} {...windowed} sizes={sizes} activeColumn={active.column} />
        <div role="rowgroup" ref={box} />
      </div>
      {host && createPortal(editorOf(props, sizes), host)}
      {figures > 0 && <SheetFigures {...props} {...windowed} sizes={sizes} />}
    </div>
  );
}

/** What the header is made of, and nothing that changes with a key: it is left alone then. */
function headerOf({ store, view, rows, columns, arranged, groupName, states, ...handlers }: GridProps) {
  const { onAction, onSort, onWidth, onMove } = handlers;
  const { frame } = store.book;
  return {
    store,
    frame,
    view,
    rows,
    columns,
    arranged,
    groupName,
    states,
    onAction,
    onSort,
    onWidth,
    onMove,
  };
}

function editorOf({ draft, selection, onDraft, onClose }: GridProps, { starts, widths }: SheetSizes) {
  if (!draft) return null;
  const { column } = selection.active;
  return (
    <CellEditor
      text={draft.text}
      note={draft.note}
      start={starts[column] ?? 0}
      width={widths[column] ?? 0}
      onText={onDraft}
      onClose={onClose}
    />
  );
}

/** What the names and totals of all rows open. */
function openedBy({ rows, onStudent, onTotal }: GridProps, target: EventTarget): void {
  const button = (target as Element).closest<HTMLElement>('[data-opens]');
  const student = rows[Number(button?.closest<HTMLElement>('[data-row]')?.dataset.row)]?.student_id;
  if (!button || !student) return;
  if (button.dataset.opens === 'total') onTotal(student);
  else onStudent(student);
}

/**
 * The chosen cell comes into sight when it is chosen, and stays where it is on the screen when rows or columns come or
 * go around it: what others do never moves the place one works at (TCH-101).
 */
function useKeptInSight(
  { scroller, selection, rows, columns, view, layout, draft }: GridProps,
  sizes: SheetSizes,
): void {
  const { row, column } = selection.active;
  const latest = useRef(sizes);
  latest.current = sizes;
  const isOpen = draft !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a cell that is opened comes into sight too
  useEffect(() => {
    if (scroller.current) scrollToCell(scroller.current, latest.current, { row, column });
  }, [scroller, row, column, isOpen]);
  const student = rows[row]?.student_id;
  const assignment = columns[column]?.id;
  const before = useRef({ student, assignment, row, column, view, layout });
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { student, assignment, row, column, view, layout };
    const element = scroller.current;
    const isSame = old.student === student && old.assignment === assignment;
    if (!element || !isSame || old.view !== view || old.layout !== layout) return;
    const { starts, row: height } = latest.current;
    forgetSight(element);
    if (old.row !== row) element.scrollTop += (row - old.row) * height;
    const moved = (starts[column] ?? 0) - (starts[old.column] ?? 0);
    if (moved !== 0) element.scrollLeft += moved * (getComputedStyle(element).direction === 'rtl' ? -1 : 1);
  });
}
