/** Clocks of a place: what they show at an instant, and at which instants they show a time. */
const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  const made = new Intl.DateTimeFormat('en-US', {
    ...numeric,
    timeZone,
    hourCycle: 'h23',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** Written as if it were UTC, to the second. */
export function wallAt(timeZone: string, at: number): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(timeZone).formatToParts(at))
    if (type in part) part[type as keyof typeof part] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** None for a time that a change of the clocks skips, two for one that it repeats, else one. */
export function instantsOf(timeZone: string, wall: number): number[] {
  const offsets = [wall - dayMs, wall + dayMs].map((at) => wallAt(timeZone, at) - at);
  const candidates = [...new Set(offsets)].map((offset) => wall - offset);
  return candidates.filter((at) => wallAt(timeZone, at) === wall).sort((a, b) => a - b);
}
