import type { DatesGrid, DatesGridChange, DatesGridRow } from '@k12/contracts/teaching/assignment-dates';
import { instantOfInput, withTime } from './local-input.ts';

export const moments = ['available_from_at', 'due_at', 'available_until_at'] as const;
export type Moment = (typeof moments)[number];

/** Opening is the minute itself, closing lasts to the end of it. */
export function kindOf(moment: Moment): 'moment' | 'due' {
  return moment === 'available_from_at' ? 'moment' : 'due';
}

/** `assignment section moment` → the instant, or null for none. `everyone` stands for no section. */
export type GridEdits = Readonly<Record<string, string | null>>;

export function keyOf(assignmentId: string, sectionId: string | null, moment: Moment): string {
  return `${assignmentId} ${sectionId ?? 'everyone'} ${moment}`;
}

function timesOf(row: DatesGridRow, sectionId: string | null) {
  if (sectionId === null) return row.everyone;
  return row.sections.find(({ section_id }) => section_id === sectionId)?.times ?? null;
}

/** What a cell shows: what was written, or what is set. */
export function cellValue(
  row: DatesGridRow,
  sectionId: string | null,
  moment: Moment,
  edits: GridEdits,
): string | null {
  const key = keyOf(row.assignment_id, sectionId, moment);
  return key in edits ? (edits[key] ?? null) : (timesOf(row, sectionId)?.[moment] ?? null);
}

/** What counts in a section that has no dates of its own: those of everyone. */
export function inheritedValue(
  row: DatesGridRow,
  sectionId: string | null,
  moment: Moment,
  edits: GridEdits,
): string | null {
  if (sectionId === null || timesOf(row, sectionId) !== null) return null;
  if (keyOf(row.assignment_id, sectionId, moment) in edits) return null;
  return cellValue(row, null, moment, edits);
}

/** Available from ≤ due ≤ until, told while typing; a section without own dates has those of everyone. */
export function isOutOfOrder(row: DatesGridRow, sectionId: string | null, edits: GridEdits): boolean {
  const own = moments.map((moment) => cellValue(row, sectionId, moment, edits));
  const isOwn = sectionId === null || timesOf(row, sectionId) !== null;
  const all = isOwn
    ? own
    : own.map((at, place) => at ?? cellValue(row, null, moments[place] ?? 'due_at', edits));
  const known = all.flatMap((at) => (at ? [Date.parse(at)] : []));
  return known.some((at, place) => place > 0 && at < (known[place - 1] ?? 0));
}

/** One change for each assignment and section that was written in. */
export function changesOf(grid: DatesGrid, edits: GridEdits): DatesGridChange[] {
  const changes = new Map<string, DatesGridChange>();
  for (const [key, value] of Object.entries(edits)) {
    const [assignment_id = '', place = '', moment] = key.split(' ');
    const row = grid.rows.find((one) => one.assignment_id === assignment_id);
    if (!row) continue;
    const section_id = place === 'everyone' ? null : place;
    const target = `${assignment_id} ${place}`;
    const known = changes.get(target) ?? { assignment_id, section_id, lock_version: row.lock_version };
    changes.set(target, {
      ...known,
      [moment as Moment]: value,
      ...(moment === 'due_at' && { due_rule: null }),
    });
  }
  return [...changes.values()];
}

/** Lines copied from a spreadsheet: `2026-11-20`, or with a time; an empty line takes the date away. */
export function readPasted(
  text: string,
  timeZone: string,
  usualTime: string,
  moment: Moment,
): (string | null)[] {
  const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  return lines.map((line) => {
    const [first = ''] = line.split('\t');
    const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(first.trim());
    if (!found?.[1]) return null;
    const value = withTime(found[2] ? `${found[1]}T${found[2]}` : found[1], usualTime);
    return instantOfInput(timeZone, value, kindOf(moment));
  });
}
