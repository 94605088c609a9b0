interface Spanning {
  key: string;
  starts_on: string;
  ends_on: string;
}

/** A bar keeps its lane through all days of a row, so that it runs straight; the earlier and longer one is above. */
export function lanesOf(items: readonly Spanning[], from: string, to: string): ReadonlyMap<string, number> {
  const bars = items
    .filter(({ starts_on, ends_on }) => starts_on !== ends_on && starts_on <= to && ends_on >= from)
    .sort((a, b) => order(a.starts_on, b.starts_on) || order(b.ends_on, a.ends_on) || order(a.key, b.key));
  const lastOf: string[] = [];
  return new Map(
    bars.map(({ key, starts_on, ends_on }) => {
      const free = lastOf.findIndex((last) => last < starts_on);
      const lane = free < 0 ? lastOf.length : free;
      lastOf[lane] = ends_on;
      return [key, lane] as const;
    }),
  );
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** What stands on one day: its bars by lane with gaps where a lane is empty, then everything else. */
export function dayInLanes<T extends Spanning>(
  items: readonly T[],
  lanes: ReadonlyMap<string, number>,
): (T | null)[] {
  const bars: (T | null)[] = [];
  for (const item of items) {
    const lane = lanes.get(item.key);
    if (lane !== undefined) bars[lane] = item;
  }
  return [...Array.from(bars, (bar) => bar ?? null), ...items.filter(({ key }) => !lanes.has(key))];
}
