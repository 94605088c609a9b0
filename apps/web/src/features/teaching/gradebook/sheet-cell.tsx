'use client';
import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import type { SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { dueOf } from '@k12/grading/cell-status';
import { unitsOf } from '@k12/grading/decimal';
import { formatEntry } from '@k12/grading/entry';
import { markNode } from './cell-marks.tsx';
import { type CellMark, marksOf } from './cell-status.ts';
import { surelyFits } from './sheet-sizes.ts';
import type { PendingCell } from './sheet-store.ts';
import type { SheetWords } from './sheet-words.ts';

interface CellGiven {
  /** Of the active cell alone: the grid names it. */
  id: string;
  column: GradebookColumn;
  cell: CodedCell | undefined;
  pending: PendingCell | undefined;
  place: number;
  /** Before the first cell of those that move: the room of the columns that are not drawn. */
  gap: number;
  width: number;
  isActive: boolean;
  isSelected: boolean;
  isDropped: boolean;
  isLocked: boolean;
  isForeign: boolean;
  colors: SheetLayout['colors'];
  now: string;
  mark: '.' | ',';
  words: SheetWords;
}

// Nothing in a cell is placed or cut off by itself unless it has to be: each such element would be one more layer to
// paint for the browser, and of cells there are hundreds. All are laid out alike, so that each may become any other.
const box = 'shrink-0 border-e border-line px-2';
const cut = `${box} flex items-center gap-0.5`;
const markedLook = 'float-start flex h-full items-center gap-0.5';

let pattern: HTMLElement | null = null;

function newCell(): HTMLElement {
  if (!pattern) {
    pattern = document.createElement('div');
    pattern.setAttribute('role', 'gridcell');
  }
  return pattern.cloneNode() as HTMLElement;
}

/**
 * One cell: what is true of it as icons and letters at the start, its score at the end (TCH-93). Hundreds are drawn while
 * one scrolls, so it is written into its element without a detour, only what differs from what stands there, and
 * mostly as a single text.
 */
export class DrawnCell {
  readonly node = newCell();
  #place = -1;
  #gap = 0;
  #width = -1;
  #id = '';
  #look = '';
  #said = '';
  #chosen: boolean | null = null;
  /** What stands in it, in one text. */
  #inside = '';

  draw(given: CellGiven): void {
    const { cell, column, pending, isActive, isSelected, isDropped, mark, width } = given;
    const marks = marksOf(cell, column, { ...given, pending: pending?.state });
    const own = shownText(given);
    const text = mark === ',' ? formatEntry(own, mark) : own;
    const said = wordsOf(marks, given);
    // Whatever does not fit beside the score is still in its words.
    const room = Math.max(1, Math.floor((width - 20 - text.length * 8) / 14));
    const shown = marks.slice(0, room);
    const fits = surelyFits(text, width - shown.length * 18);
    let look = fits || shown.length > 0 ? box : `${box} truncate`;
    if (!fits && shown.length > 0) look = cut;
    if (!cell) look += ' bg-sunken';
    if (isSelected && !isActive) look += ' bg-board-tint';
    if (isActive) look += ' bg-raised font-semibold outline-2 -outline-offset-2 outline-board';
    look += tone(given, marks);
    this.#put(given);
    this.#name(said, text);
    if (look !== this.#look) {
      this.#look = look;
      this.node.className = look;
    }
    if (shown.length === 0 && !isDropped) this.#write(text);
    else this.#fill(shown, text, fits, isDropped);
  }

  #put({ place, gap, width, id, isSelected, isActive }: CellGiven): void {
    const { node } = this;
    if (place !== this.#place) {
      this.#place = place;
      node.setAttribute('aria-colindex', String(place + 4));
      node.dataset.place = String(place);
    }
    if (width !== this.#width) {
      this.#width = width;
      node.style.width = `${width}px`;
    }
    if (gap !== this.#gap) {
      this.#gap = gap;
      node.style.marginInlineStart = gap === 0 ? '' : `${gap}px`;
    }
    if (id !== this.#id) {
      this.#id = id;
      if (id) node.id = id;
      else node.removeAttribute('id');
    }
    const chosen = isSelected || isActive;
    if (chosen !== this.#chosen) {
      this.#chosen = chosen;
      node.setAttribute('aria-selected', String(chosen));
    }
  }

  #name(said: string, text: string): void {
    const { node } = this;
    const named = said ? `${text} ${said}`.trim() : '';
    if (named === this.#said) return;
    this.#said = named;
    if (said) {
      node.setAttribute('aria-label', named);
      node.title = said;
    } else {
      node.removeAttribute('aria-label');
      node.removeAttribute('title');
    }
  }

  #write(text: string): void {
    const inside = `=${text}`;
    if (inside === this.#inside) return;
    const old = this.node.firstChild;
    // Where a text stood already, only its letters change.
    if (this.#inside.startsWith('=') && old) old.nodeValue = text;
    else this.node.replaceChildren(text);
    this.#inside = inside;
  }

  #fill(shown: readonly CellMark[], text: string, fits: boolean, isDropped: boolean): void {
    let look = fits ? '' : 'ms-auto truncate';
    if (isDropped) look += ' text-ink-2 line-through';
    const inside = `${shown.join()}|${look}|${text}`;
    if (inside === this.#inside) return;
    this.#inside = inside;
    const beside = shown.map(markNode);
    if (fits && shown.length > 0) beside.splice(0, shown.length, element(markedLook, ...beside));
    this.node.replaceChildren(...beside, look === '' ? text : element(look, text));
  }
}

function element(look: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement('span');
  made.className = look;
  made.append(...inside);
  return made;
}

function wordsOf(marks: readonly CellMark[], { pending, words }: CellGiven): string {
  const state = pending?.state;
  const isOnItsWay = state === 'saving' || state === 'unsent';
  if (marks.length === 0) return isOnItsWay ? words.pending[state] : '';
  const said = marks.map((one) => words.marks[one]);
  if (isOnItsWay) said.push(words.pending[state]);
  return said.join(', ');
}

function shownText({ cell, column, pending, now }: CellGiven): string {
  if (pending) return pending.entry;
  if (!cell) return '';
  if (cell.is_anonymous) return '•••';
  if (cell.entry !== null) return cell.entry;
  if (cell.state === 'excused') return 'EX';
  if (cell.state === 'incomplete') return 'INC';
  const due = dueOf(cell, column);
  return !cell.is_submitted && due !== null && due > now ? '–' : '';
}

/** Color only ever repeats what an icon or a number says; text stays dark on a tint, so contrast holds. */
function tone(
  { cell, column, isSelected, pending, isForeign, isLocked, colors }: CellGiven,
  marks: CellMark[],
) {
  if (pending?.state === 'conflict') return ' bg-warn-tint text-warn';
  if (pending?.state === 'refused') return ' bg-bad-tint text-bad';
  if (pending?.state === 'failed') return ' underline decoration-dotted';
  if (isForeign) return ' bg-info-tint';
  const tint = colors && !isSelected && cell ? tintOf(cell, column, colors) : '';
  if (marks.includes('missing')) return ` text-bad${tint}`;
  if (isLocked || cell?.state === 'excused' || cell?.state === 'incomplete') return ` text-ink-2${tint}`;
  return tint;
}

function tintOf(
  { state, score }: CodedCell,
  { points_possible }: GradebookColumn,
  { below, from }: NonNullable<SheetLayout['colors']>,
): string {
  const points = unitsOf(points_possible);
  if (state !== 'graded' || score === null || points === 0) return '';
  const percent = (unitsOf(score) * 100) / points;
  if (percent < below) return ' bg-bad-tint';
  return percent >= from ? ' bg-ok-tint' : '';
}
