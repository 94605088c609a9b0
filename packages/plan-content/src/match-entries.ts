export interface EntryMatch<T> {
  id: string;
  before: T | undefined;
  after: T | undefined;
  /** Counted from 1; null on the side that lacks the entry. */
  from_position: number | null;
  to_position: number | null;
  /** Stands elsewhere among those that stayed: the fewest entries whose moving explains the new order. */
  moved: boolean;
}

/** Pairs two orders of entries by id: those there now in their order, then those that are gone. */
export function matchEntries<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): EntryMatch<T>[] {
  const oldPlaces = new Map(before.map((entry, at) => [entry.id, at]));
  const newPlaces = new Map(after.map((entry, at) => [entry.id, at]));
  const stayed = after.filter((entry) => oldPlaces.has(entry.id));
  const inPlace = longestRising(stayed.map((entry) => oldPlaces.get(entry.id) as number));
  const present = after.map((entry, at): EntryMatch<T> => {
    const old = oldPlaces.get(entry.id);
    return {
      id: entry.id,
      before: old === undefined ? undefined : before[old],
      after: entry,
      from_position: old === undefined ? null : old + 1,
      to_position: at + 1,
      moved: old !== undefined && !inPlace.has(old),
    };
  });
  const gone = before
    .filter((entry) => !newPlaces.has(entry.id))
    .map((entry): EntryMatch<T> => {
      const from_position = (oldPlaces.get(entry.id) as number) + 1;
      return {
        id: entry.id,
        before: entry,
        after: undefined,
        from_position,
        to_position: null,
        moved: false,
      };
    });
  return [...present, ...gone];
}

/** A longest rising subsequence of different numbers, by patience sorting. */
function longestRising(numbers: readonly number[]): Set<number> {
  const piles: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous.set(number, piles[low - 1]);
    piles[low] = number;
  }
  const rising = new Set<number>();
  for (let number = piles.at(-1); number !== undefined; number = previous.get(number)) rising.add(number);
  return rising;
}
