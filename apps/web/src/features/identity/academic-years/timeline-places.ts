import type { Term } from '@k12/contracts/identity/terms';

interface Span {
  starts_on: string;
  ends_on: string;
}

const dayMs = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** Where a span lies within a year, in percent of its length; both ends count. */
export function placeOf(span: Span, year: Span): { start: number; width: number } {
  const total = (noon(year.ends_on) - noon(year.starts_on)) / dayMs + 1;
  const percent = (days: number) => (days / total) * 100;
  const start = percent((noon(span.starts_on) - noon(year.starts_on)) / dayMs);
  const end = percent((noon(span.ends_on) - noon(year.starts_on)) / dayMs + 1);
  const from = Math.max(0, start);
  return { start: from, width: Math.max(0, Math.min(100, end) - from) };
}

/** The months of a year with their part of it, for the scale. */
export function monthsOf(year: Span): Span[] {
  const months: Span[] = [];
  const at = new Date(`${year.starts_on.slice(0, 7)}-01T12:00:00Z`);
  while (at.getTime() <= noon(year.ends_on)) {
    const starts_on = at.toISOString().slice(0, 10);
    at.setUTCMonth(at.getUTCMonth() + 1);
    months.push({ starts_on, ends_on: new Date(at.getTime() - dayMs).toISOString().slice(0, 10) });
  }
  return months;
}

/** Terms in rows so that none covers another: terms inside a term stand below it. */
export function rowsOf(terms: readonly Term[]): Term[][] {
  const rows: Term[][] = [];
  const depthOf = (term: Term): number => {
    const parent = terms.find((other) => other.id === term.parent_term_id);
    return parent ? depthOf(parent) + 1 : 0;
  };
  for (const term of [...terms].sort((a, b) => a.starts_on.localeCompare(b.starts_on))) {
    let row = depthOf(term);
    while (rows[row]?.some((other) => other.ends_on >= term.starts_on)) row += 1;
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(term);
  }
  return rows.filter((row) => row.length > 0);
}
