import type { RichNode } from '@k12/plan-content/rich-text';

type Blocks = readonly RichNode[];

/**
 * Two versions of one text by paragraphs: what only one side changed is taken from that side; where both changed, both
 * stand, mine first (TCH-28).
 */
export function mergeBlocks(base: Blocks, mine: Blocks, theirs: Blocks): RichNode[] {
  const toMine = matches(base, mine);
  const toTheirs = matches(base, theirs);
  const merged: RichNode[] = [];
  let [atBase, atMine, atTheirs] = [0, 0, 0];
  const takeUntil = (endBase: number, endMine: number, endTheirs: number) => {
    const parts = {
      base: base.slice(atBase, endBase),
      mine: mine.slice(atMine, endMine),
      theirs: theirs.slice(atTheirs, endTheirs),
    };
    merged.push(...choose(parts));
    [atBase, atMine, atTheirs] = [endBase, endMine, endTheirs];
  };
  for (let index = 0; index < base.length; index++) {
    const [inMine, inTheirs] = [toMine.get(index), toTheirs.get(index)];
    if (inMine === undefined || inTheirs === undefined) continue;
    takeUntil(index, inMine, inTheirs);
    merged.push(mine[inMine] as RichNode);
    [atBase, atMine, atTheirs] = [index + 1, inMine + 1, inTheirs + 1];
  }
  takeUntil(base.length, mine.length, theirs.length);
  return merged;
}

function choose({ base, mine, theirs }: { base: Blocks; mine: Blocks; theirs: Blocks }): Blocks {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(mine, theirs)) return mine;
  const known = new Set(mine.map(keyOf));
  return [...mine, ...theirs.filter((block) => !known.has(keyOf(block)))];
}

function keyOf(block: RichNode): string {
  return JSON.stringify(block);
}

function isSame(a: Blocks, b: Blocks): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Which block of one text is which of the other: the longest common run in order. */
function matches(from: Blocks, to: Blocks): Map<number, number> {
  const [a, b] = [from.map(keyOf), to.map(keyOf)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      const line = lengths[row] as number[];
      line[column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found = new Map<number, number>();
  let [row, column] = [0, 0];
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) found.set(row++, column++);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return found;
}
