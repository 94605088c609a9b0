'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type { SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { isCellLocked } from './cell-status.ts';
import { nameFits } from './name-width.ts';
import type { Place } from './selection.ts';
import { DrawnCell } from './sheet-cell.tsx';
import { type SheetSizes, surelyFits } from './sheet-sizes.ts';
import { keyOf, type SheetStore } from './sheet-store.ts';
import { rounded, totalText } from './sheet-view.ts';
import type { SheetWords } from './sheet-words.ts';

export function cellId({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

/** What all rows are drawn from; when it is another, all of them are drawn again. */
export interface RowsGiven {
  store: SheetStore;
  rows: readonly GradebookRow[];
  columns: readonly GradebookColumn[];
  sizes: SheetSizes;
  /** Of the columns that move. */
  first: number;
  last: number;
  periodId: SheetFilters['period_id'];
  colors: SheetLayout['colors'];
  now: string;
  mark: '.' | ',';
  decimals: number;
  words: SheetWords;
  /** Whether it is known how wide names are. */
  measured: boolean;
}

/** What is chosen in a row: in most nothing. */
export interface RowChosen {
  active: number;
  start: number;
  end: number;
  isOpen: boolean;
}

const look =
  'absolute inset-x-0 isolate flex whitespace-nowrap border-b border-line text-end text-body text-ink tabular-nums';
const side = 'shrink-0 border-e border-line px-2.5';
/** Of its two edges with the line; a name may come a little nearer to the end than that before it is cut off. */
const nameEdges = 17;

/**
 * One student, written into elements that another student had before: while one scrolls that costs a small part of what
 * new elements cost (TCH-90). A row that nothing happened to is left alone.
 */
export class DrawnRow {
  readonly node: HTMLElement;
  readonly lead: HTMLElement;
  at = -1;
  readonly #name: HTMLElement;
  readonly #total: HTMLElement;
  readonly #label: HTMLElement;
  #frozen: DrawnCell[] = [];
  #moving: DrawnCell[] = [];
  /** The place of the first cell that moves. */
  #from = 0;
  #given: RowsGiven | null = null;
  #version = -1;
  #chosen: RowChosen = { active: -1, start: -1, end: -1, isOpen: false };
  #sizes: SheetSizes | null = null;

  constructor() {
    this.node = newRow();
    this.lead = this.node.firstElementChild as HTMLElement;
    [this.#name, this.#total, this.#label] = [...this.lead.children] as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
  }

  draw(given: RowsGiven, at: number, chosen: RowChosen): void {
    const row = given.rows[at];
    if (!row) return;
    const version = given.store.rowVersion(row.student_id);
    const old = this.#chosen;
    const isSame =
      given === this.#given &&
      at === this.at &&
      version === this.#version &&
      chosen.active === old.active &&
      chosen.start === old.start &&
      chosen.end === old.end &&
      chosen.isOpen === old.isOpen;
    if (isSame) return;
    this.#place(given.sizes, at);
    this.#given = given;
    this.#version = version;
    this.#chosen = chosen;
    // What is said about the open cell lies over the rows below.
    this.node.style.zIndex = chosen.isOpen ? '1' : '';
    this.#drawLead(given, row);
    const { frozen } = given.sizes;
    const { first, last } = given;
    this.#frozen = arranged(this.#frozen, 0, { first: 0, last: frozen - 1, after: this.#label });
    this.#moving = arranged(this.#moving, this.#from, {
      ...{ first: frozen + first, last: frozen + last, after: this.lead },
    });
    this.#from = frozen + first;
    this.#drawCells(given, row);
  }

  #place(sizes: SheetSizes, at: number): void {
    const { node, lead } = this;
    if (sizes !== this.#sizes) {
      node.style.height = `${sizes.row}px`;
      node.style.lineHeight = `${sizes.row - 1}px`;
      lead.style.width = `${sizes.lead}px`;
      this.#name.style.width = `${sizes.name}px`;
      this.#total.style.width = `${sizes.total}px`;
      this.#label.style.width = `${sizes.label}px`;
    }
    if (sizes !== this.#sizes || at !== this.at) {
      node.style.top = `${sizes.head + at * sizes.row}px`;
      node.dataset.row = String(at);
      node.setAttribute('aria-rowindex', String(at + 3));
    }
    this.#sizes = sizes;
    this.at = at;
  }

  /** The student with the total: stays in place while columns move (TCH-91). What is pressed, the grid is told. */
  #drawLead({ store, periodId, sizes, decimals, mark, words }: RowsGiven, row: GradebookRow): void {
    const total = store.total(row.student_id, periodId);
    const text = totalText(store, row.student_id, { period_id: periodId });
    const label = total?.override?.label ?? total?.label ?? '';
    const isCut = !nameFits(row.sort_name, sizes.name - nameEdges);
    const differs = total !== undefined && total.so_far !== total.posted_so_far;
    rewrite(this.#name.firstElementChild?.firstElementChild, row.sort_name);
    dress(this.#name, `${side} text-start font-medium${isCut ? ' truncate' : ''}`);
    const button = this.#total.firstElementChild as HTMLElement;
    const [shown, star] = button.children;
    rewrite(shown, text === null ? '–' : rounded(text, decimals, mark));
    if (differs && !star) button.append(newStar());
    else if (!differs) star?.remove();
    dress(button, `hover:underline${differs ? ' relative' : ''}${total?.override ? ' italic' : ''}`);
    if (differs) button.title = words.differs;
    else button.removeAttribute('title');
    rewrite(this.#label, label);
    dress(this.#label, `${side} text-start${surelyFits(label, sizes.label) ? '' : ' truncate'}`);
  }

  #drawCells(given: RowsGiven, row: GradebookRow): void {
    const { store, columns, sizes, colors, now, mark, words, periodId } = given;
    const { active, start, end } = this.#chosen;
    const dropped = store.total(row.student_id, periodId)?.dropped;
    const isNoted = store.pending.size > 0 || store.foreign.size > 0;
    const drawOne = (drawn: DrawnCell, place: number, gap: number) => {
      const column = columns[place];
      if (!column) return;
      const key = { student_id: row.student_id, assignment_id: column.id };
      const cell = store.cell(key);
      const name = isNoted ? keyOf(key) : '';
      drawn.draw({
        ...{ column, cell, place, gap, colors, now, mark, words },
        id: place === active ? cellId({ row: this.at, column: place }) : '',
        pending: isNoted ? store.pending.get(name) : undefined,
        width: sizes.widths[place] ?? 0,
        isActive: place === active,
        isSelected: place >= start && place <= end,
        isDropped: dropped?.includes(column.id) ?? false,
        isLocked: isCellLocked(cell, column, store.periods),
        isForeign: isNoted && store.foreign.has(name),
      });
    };
    for (const [place, drawn] of this.#frozen.entries()) drawOne(drawn, place, 0);
    const gap = (sizes.starts[this.#from] ?? sizes.lead) - sizes.lead;
    for (const [step, drawn] of this.#moving.entries())
      drawOne(drawn, this.#from + step, step === 0 ? gap : 0);
  }
}

/** The cells of other places, of those there are: what leaves at one end comes in at the other. */
function arranged(
  cells: DrawnCell[],
  from: number,
  { first, last, after }: { first: number; last: number; after: Element },
): DrawnCell[] {
  if (from === first && cells.length === last - first + 1) return cells;
  const spare = cells.filter((_, step) => from + step < first || from + step > last);
  for (const { node } of spare) node.remove();
  const next: DrawnCell[] = [];
  let before = after;
  for (let place = first; place <= last; place += 1) {
    const drawn = (place >= from && cells[place - from]) || spare.pop() || new DrawnCell();
    if (before.nextSibling !== drawn.node) before.after(drawn.node);
    before = drawn.node;
    next.push(drawn);
  }
  return next;
}

function rewrite(element: Element | undefined | null, text: string): void {
  const old = element?.firstChild;
  if (old) {
    if (old.nodeValue !== text) old.nodeValue = text;
  } else if (text !== '') element?.append(text);
}

function dress(element: HTMLElement, classes: string): void {
  if (element.className !== classes) element.className = classes;
}

let pattern: HTMLElement | null = null;

function newRow(): HTMLElement {
  pattern ??= makePattern();
  return pattern.cloneNode(true) as HTMLElement;
}

function makePattern(): HTMLElement {
  const row = element('div', { role: 'row', class: look });
  const lead = element('div', {
    role: 'presentation',
    class: 'sticky start-0 z-10 flex shrink-0 bg-paper',
  });
  const name = element('div', { role: 'rowheader', 'aria-colindex': '1' });
  const student = element('button', {
    ...{ type: 'button', tabindex: '-1', class: 'hover:underline' },
    ...{ 'data-opens': 'student', 'data-private': 'true' },
  });
  student.append(document.createElement('bdi'));
  name.append(student);
  const total = element('div', {
    ...{ role: 'gridcell', 'aria-colindex': '2', class: `${side} bg-canvas font-semibold` },
  });
  const opens = element('button', { type: 'button', tabindex: '-1', 'data-opens': 'total' });
  opens.append(element('span', {}));
  total.append(opens);
  lead.append(name, total, element('div', { role: 'gridcell', 'aria-colindex': '3' }));
  row.append(lead);
  return row;
}

/** Beside the number, so that digits stay under digits. */
function newStar(): HTMLElement {
  const star = element('span', { 'aria-hidden': 'true', class: 'absolute start-full' });
  star.append('*');
  return star;
}

function element(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
