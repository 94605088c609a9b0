const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** Minutes that a zone is ahead of UTC at an instant. */
export function offsetAt(timeZone: string, instant: Date): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const local = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`;
  return Math.round((Date.parse(local) - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
}

export interface Transition {
  at: Date;
  from: number;
  to: number;
}

/** When the clocks of a zone change between two instants. */
export function transitions(timeZone: string, from: Date, to: Date): Transition[] {
  const found: Transition[] = [];
  const step = 7 * 86_400_000;
  for (let start = from.getTime(); start < to.getTime(); start += step) {
    let low = start;
    let high = Math.min(start + step, to.getTime());
    const before = offsetAt(timeZone, new Date(low));
    const after = offsetAt(timeZone, new Date(high));
    if (before === after) continue;
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (middle <= low) break;
      if (offsetAt(timeZone, new Date(middle)) === before) low = middle;
      else high = middle;
    }
    found.push({ at: new Date(high), from: before, to: after });
  }
  return found;
}
