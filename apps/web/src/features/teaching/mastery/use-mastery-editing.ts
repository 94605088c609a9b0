import { type MasteryRow, type MasterySheet, updateMasteryCells } from '@k12/contracts/teaching/mastery';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { clamp, moveBy, type Place, rangeOf, type Selection } from '../gradebook/selection.ts';
import { cellOf, levelOfKey, type SheetColumn } from './mastery-view.ts';

/** Levels that are on their way, by student and standard; null: taken back. */
export type PendingLevels = ReadonlyMap<string, number | null>;

export function pendingKey(studentId: string, standardId: string): string {
  return `${studentId}/${standardId}`;
}

interface Options {
  sheet: MasterySheet;
  rows: readonly MasteryRow[];
  columns: readonly SheetColumn[];
  grid: RefObject<HTMLDivElement | null>;
  onOpen: (place: Place) => void;
}

const origin: Place = { row: 0, column: 0 };

/** Moving, choosing and judging by keys, as in the sheet of points (TCH-123). */
export function useMasteryEditing(options: Options) {
  const { sheet, rows, columns, grid, onOpen } = options;
  const counts = { rows: rows.length, columns: columns.length };
  const [chosen, setChosen] = useState<Selection>({ active: origin, anchor: origin });
  // Filters may have taken away the cell that was chosen.
  const selection = { active: clamp(chosen.active, counts), anchor: clamp(chosen.anchor, counts) };
  const { pending, judge } = useJudging(sheet);
  const select = (place: Place, extend: boolean) => {
    const to = clamp(place, counts);
    setChosen((known) => ({ active: to, anchor: extend ? known.anchor : to }));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey || event.target !== grid.current) return;
    const jump = event.ctrlKey || event.metaKey;
    const level = jump ? null : levelOfKey(event.key, sheet.scale.levels.length);
    if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') onOpen(selection.active);
    else if (level !== null && sheet.can.judge) judge(chosenCells(options, selection), level);
    else if (event.key === 'Tab') return;
    else {
      const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
      const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / 34) - 4);
      const isArrow = event.key.startsWith('Arrow');
      const to = moveBy(selection.active, { key: event.key, shift: event.shiftKey, jump, rtl, page });
      if (!to) return;
      select(to, event.shiftKey && isArrow);
    }
    event.preventDefault();
  };
  return { selection, select, onKeyDown, pending };
}

interface ChosenCell {
  student_id: string;
  standard_id: string;
  lock_version: number;
  is_judged: boolean;
}

function chosenCells({ rows, columns }: Options, selection: Selection): ChosenCell[] {
  const { top, bottom, start, end } = rangeOf(selection);
  return rows.slice(top, bottom + 1).flatMap((row) =>
    columns.slice(start, end + 1).flatMap((column) => {
      if (column.kind === 'strand') return [];
      const { lock_version = 0, is_judged = false } = cellOf(row, column.column) ?? {};
      return { student_id: row.student_id, standard_id: column.key, lock_version, is_judged };
    }),
  );
}

function useJudging(sheet: MasterySheet) {
  const t = useTranslations('teaching-mastery');
  const change = useChange(updateMasteryCells, ['mastery.']);
  const attempt = useAttempt();
  const toast = useToast();
  const [pending, setPending] = useState<PendingLevels>(new Map());
  const judge = (chosen: readonly ChosenCell[], level: number | 'clear') => {
    const cells = level === 'clear' ? chosen.filter(({ is_judged }) => is_judged) : chosen;
    if (cells.length === 0) return;
    const place = level === 'clear' ? null : level;
    const keys = cells.map(({ student_id, standard_id }) => pendingKey(student_id, standard_id));
    const value = place === null ? null : (sheet.scale.levels[place]?.value ?? null);
    setPending((known) => new Map([...known, ...keys.map((key) => [key, place] as const)]));
    const body = {
      cells: cells.map(({ student_id, standard_id, lock_version }) => ({
        ...{ student_id, standard_id, lock_version, value },
      })),
    };
    void attempt(async () => {
      const { results } = await change({ params: { id: sheet.course.id }, body: body });
      const stale = results.filter(({ status }) => status !== 'saved').length;
      if (stale > 0) toast.show({ tone: 'bad', message: t('changedMeanwhile', { count: stale }) });
    }).finally(() => setPending((known) => new Map([...known].filter(([key]) => !keys.includes(key)))));
  };
  return { pending, judge };
}
