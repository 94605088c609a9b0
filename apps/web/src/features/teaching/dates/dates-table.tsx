'use client';
import type { DatesGrid, DatesGridRow } from '@k12/contracts/teaching/assignment-dates';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { AssignmentState } from '../assignments/assignment-state.tsx';
import {
  cellValue,
  type GridEdits,
  inheritedValue,
  isOutOfOrder,
  keyOf,
  kindOf,
  type Moment,
  readPasted,
} from './grid-edits.ts';
import { instantOfInput } from './local-input.ts';
import { MomentField } from './moment-field.tsx';

export interface EditedCell {
  assignment_id: string;
  section_id: string | null;
  value: string | null;
}

interface Props {
  grid: DatesGrid;
  moment: Moment;
  edits: GridEdits;
  /** What the server refused, by assignment and section. */
  failed: Readonly<Record<string, string>>;
  onEdit: (cells: EditedCell[]) => void;
}

const head = 'border-b border-line px-3 py-2 text-start text-mini font-semibold text-ink-2';

interface Column {
  id: string | null;
  name: string;
}

/** Assignments down, everyone and sections across; Enter leads down, Ctrl+D fills down, a copied column is pasted. */
export function DatesTable(props: Props) {
  const { grid, moment, edits, failed, onEdit } = props;
  const t = useTranslations('teaching-dates');
  const table = useRef<HTMLTableElement>(null);
  const columns: Column[] = [{ id: null, name: t('everyone') }, ...grid.sections];
  const acts = gridActs(props, columns, table);
  return (
    <section
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys too
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line"
    >
      <table ref={table} onPaste={acts.paste} className="w-full border-collapse bg-raised text-body">
        <thead className="bg-canvas">
          <tr>
            <th
              scope="col"
              className={clsx(head, 'sticky start-0 z-sticky min-w-40 bg-canvas tablet:min-w-60')}
            >
              {t('assignment')}
            </th>
            {columns.map((column, at) => (
              <ColumnHead
                key={column.id ?? 'everyone'}
                name={column.name}
                onFill={grid.can_update && grid.rows.length > 1 ? () => acts.fillDown(0, at) : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={row.assignment_id} className="border-line border-b last:border-b-0">
              <RowHead row={row} />
              {columns.map(({ id, name }, column) => (
                <Cell
                  key={id ?? 'everyone'}
                  row={row}
                  sectionId={id}
                  label={`${row.title}, ${name}`}
                  cell={`${at} ${column}`}
                  {...{ grid, moment, edits }}
                  failure={failed[`${row.assignment_id} ${id ?? 'everyone'}`]}
                  onKey={(event) => acts.key(event, at, column)}
                  onChange={(value) => onEdit([{ assignment_id: row.assignment_id, section_id: id, value }])}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What keys and the clipboard do in the grid. */
function gridActs(
  { grid, moment, edits, onEdit }: Props,
  columns: readonly Column[],
  table: RefObject<HTMLTableElement | null>,
) {
  const focus = (row: number, column: number) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`)?.focus();
  const sectionOf = (column: number) => columns[column]?.id ?? null;
  const write = (from: number, column: number, values: (string | null)[]) => {
    const section_id = sectionOf(column);
    const rows = grid.rows.slice(from, from + values.length);
    onEdit(rows.map(({ assignment_id }, at) => ({ assignment_id, section_id, value: values[at] ?? null })));
  };
  /** From this row to the last, as in this cell, or as is being typed in it. */
  const fillDown = (from: number, column: number, typed?: string | null) => {
    const first = grid.rows[from];
    if (!first) return;
    const value = typed === undefined ? cellValue(first, sectionOf(column), moment, edits) : typed;
    write(from, column, Array(grid.rows.length - from).fill(value));
  };
  const key = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') focus(row + (event.shiftKey ? -1 : 1), column);
    if (isCommand && event.key === 'ArrowDown') focus(row + 1, column);
    if (isCommand && event.key === 'ArrowUp') focus(row - 1, column);
    if (!isCommand || event.key.toLowerCase() !== 'd') return;
    event.preventDefault();
    fillDown(row, column, instantOfInput(grid.time_zone, event.currentTarget.value, kindOf(moment)));
  };
  const paste = (event: ClipboardEvent) => {
    const cell = (event.target as HTMLElement).closest('[data-cell]')?.getAttribute('data-cell');
    if (!cell || !grid.can_update) return;
    const [row = 0, column = 0] = cell.split(' ').map(Number);
    const text = event.clipboardData.getData('text/plain');
    const values = readPasted(text, grid.time_zone, grid.due_time, moment);
    if (values.length === 1 && values[0] === null) return;
    event.preventDefault();
    write(row, column, values);
  };
  return { fillDown, key, paste };
}

function ColumnHead({ name, onFill }: { name: string; onFill: (() => void) | null }) {
  const t = useTranslations('teaching-dates');
  return (
    <th scope="col" className={clsx(head, 'min-w-48 border-s')}>
      <span className="flex items-center justify-between gap-2">
        <bdi>{name}</bdi>
        {onFill && (
          <button
            type="button"
            onClick={onFill}
            className="min-h-6 rounded-small px-1 font-medium text-board hover:underline"
          >
            {t('fillDown')}
            <span className="hidden-visually">, {name}</span>
          </button>
        )}
      </span>
    </th>
  );
}

function RowHead({ row }: { row: DatesGridRow }) {
  const t = useTranslations('teaching-dates');
  return (
    <th
      scope="row"
      className="sticky start-0 z-sticky bg-raised px-3 py-1.5 text-start font-medium [overflow-wrap:anywhere]"
    >
      <bdi>{row.title}</bdi> {row.state !== 'published' && <AssignmentState state={row.state} />}
      {row.others_count > 0 && (
        <span className="block text-ink-3 text-mini">{t('others', { count: row.others_count })}</span>
      )}
    </th>
  );
}

interface CellProps {
  grid: DatesGrid;
  row: DatesGridRow;
  sectionId: string | null;
  moment: Moment;
  edits: GridEdits;
  label: string;
  cell: string;
  failure: string | undefined;
  onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  onChange: (value: string | null) => void;
}

function Cell({ grid, row, sectionId, moment, edits, label, cell, failure, onKey, onChange }: CellProps) {
  const t = useTranslations('teaching-dates');
  const times =
    sectionId === null ? row.everyone : row.sections.find((one) => one.section_id === sectionId)?.times;
  const isEdited = keyOf(row.assignment_id, sectionId, moment) in edits;
  const rule = moment === 'due_at' && !isEdited ? times?.due_rule : null;
  const isWrong = failure !== undefined || isOutOfOrder(row, sectionId, edits);
  return (
    <td className={clsx('border-line border-s px-1 py-1 align-top', isEdited && 'bg-board-tint')}>
      {rule && (
        <span className="block px-1.5 text-ink-2 text-mini">{t(`rules.${rule.kind}`, { day: rule.on })}</span>
      )}
      <MomentField
        quiet
        label={label}
        cell={cell}
        timeZone={grid.time_zone}
        kind={kindOf(moment)}
        value={cellValue(row, sectionId, moment, edits)}
        inherited={inheritedValue(row, sectionId, moment, edits)}
        disabled={!grid.can_update}
        invalid={isWrong}
        onKeyDown={onKey}
        onChange={onChange}
      />
      {failure && (
        <span role="alert" className="block px-1.5 text-bad text-mini">
          {failure}
        </span>
      )}
    </td>
  );
}
