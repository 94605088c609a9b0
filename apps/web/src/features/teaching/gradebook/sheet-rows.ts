import { isIn, type Range } from './selection.ts';
import { DrawnRow, type RowChosen, type RowsGiven } from './sheet-row.tsx';

const restMs = 250;

interface Chosen {
  active: { row: number; column: number };
  range: Range;
  /** The row of the open cell stays, wherever one scrolls to: nothing that is typed goes with it. */
  isOpen: boolean;
}

/**
 * The rows of the sheet, drawn without a framework between: what is in sight changes many times a second, and only
 * what changed is written (TCH-90). While one scrolls, a row that leaves gives its elements to the one that comes; at rest
 * they stand in the order of the rows again, as they are read out.
 */
export class SheetRows {
  #box: HTMLElement | null = null;
  #given: RowsGiven | null = null;
  #chosen: Chosen | null = null;
  #span = { first: 0, last: -1 };
  #drawn = new Map<number, DrawnRow>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  draw(box: HTMLElement, given: RowsGiven, chosen: Chosen): void {
    if (box !== this.#box) this.#drawn.clear();
    this.#box = box;
    this.#given = given;
    this.#chosen = chosen;
    this.#drawAll();
  }

  /** Other rows than before. */
  show(first: number, last: number): void {
    if (first === this.#span.first && last === this.#span.last) return;
    this.#span = { first, last };
    this.#drawAll();
  }

  /** Where the open cell of a row is: beside those that stay, or among those that move. */
  elementOf(at: number, isFrozen: boolean): HTMLElement | null {
    const row = this.#drawn.get(at);
    return (isFrozen ? row?.lead : row?.node) ?? null;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #drawAll(): void {
    const [box, given, chosen] = [this.#box, this.#given, this.#chosen];
    if (!box || !given || !chosen) return;
    const wanted = this.#wanted(given.rows.length, chosen);
    const spare = this.#takeSpare(wanted);
    let isMoved = false;
    for (const at of wanted) {
      let row = this.#drawn.get(at);
      if (!row) {
        row = spare.pop() ?? new DrawnRow();
        this.#drawn.set(at, row);
        isMoved = true;
      }
      row.draw(given, at, chosenIn(chosen, at));
      if (row.node.parentNode !== box) box.append(row.node);
    }
    for (const { node } of spare) node.remove();
    if (isMoved) this.#orderAtRest();
  }

  #wanted(count: number, { active, isOpen }: Chosen): number[] {
    const { first, last } = this.#span;
    const wanted: number[] = [];
    for (let at = Math.max(0, first); at <= Math.min(last, count - 1); at += 1) wanted.push(at);
    if (isOpen && active.row < count && (active.row < first || active.row > last)) wanted.push(active.row);
    return wanted;
  }

  #takeSpare(wanted: readonly number[]): DrawnRow[] {
    const kept = new Set(wanted);
    const spare: DrawnRow[] = [];
    for (const [at, row] of this.#drawn) {
      if (kept.has(at)) continue;
      this.#drawn.delete(at);
      spare.push(row);
    }
    return spare;
  }

  #orderAtRest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // What is typed in must not move.
      if (this.#chosen?.isOpen) return;
      const box = this.#box;
      const standing = [...(box?.children ?? [])];
      const rows = [...this.#drawn.values()].sort((a, b) => a.at - b.at);
      const stays = longestInOrder(standing.map((node) => rows.findIndex((row) => row.node === node)));
      let before: Element | null = null;
      for (const [at, { node }] of rows.entries()) {
        if (!stays.has(at)) {
          if (before) before.after(node);
          else box?.prepend(node);
        }
        before = node;
      }
    }, restMs);
  }
}

function chosenIn({ active, range, isOpen }: Chosen, at: number): RowChosen {
  const isChosen = isIn(range, at, range.start);
  return {
    active: at === active.row ? active.column : -1,
    start: isChosen ? range.start : -1,
    end: isChosen ? range.end : -1,
    isOpen: isOpen && at === active.row,
  };
}

/** The most of these numbers that already follow one another: only the others have to move. */
export function longestInOrder(numbers: readonly number[]): ReadonlySet<number> {
  const best: { count: number; before: number }[] = [];
  let last = -1;
  for (const [at, number] of numbers.entries()) {
    let found = { count: 1, before: -1 };
    for (let old = 0; old < at; old += 1) {
      const count = (best[old]?.count ?? 0) + 1;
      if ((numbers[old] ?? 0) < number && count > found.count) found = { count, before: old };
    }
    best.push(found);
    if (last < 0 || found.count > (best[last]?.count ?? 0)) last = at;
  }
  const kept = new Set<number>();
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) kept.add(numbers[at] ?? -1);
  return kept;
}
