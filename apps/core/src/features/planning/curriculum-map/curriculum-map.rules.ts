import type { CurriculumMap } from '@k12/contracts/planning/curriculum-map';
import { daysFrom, weekdayOf } from '@k12/plan-content/days';

interface DayOff {
  day_on: string;
  is_instructional: boolean;
  note: string | null;
}

/** Days without school with one note, joined to runs; a weekend between them does not part them. */
export function holidayRuns(school: {
  school_id: string;
  overrides: readonly DayOff[];
}): CurriculumMap['holidays'] {
  const runs: CurriculumMap['holidays'] = [];
  for (const { day_on, is_instructional, note } of school.overrides) {
    if (is_instructional) continue;
    const last = runs.at(-1);
    if (last && last.note === note && isNext(last.ends_on, day_on)) last.ends_on = day_on;
    else runs.push({ school_id: school.school_id, note, starts_on: day_on, ends_on: day_on });
  }
  return runs;
}

function isNext(day: string, next: string): boolean {
  const gap = daysFrom(day, next);
  return gap === 1 || (gap <= 3 && weekdayOf(day) === 5 && weekdayOf(next) === 1);
}

export interface CsvRow {
  school: string;
  course: string;
  subject: string;
  grades: string;
  unit: string;
  state: string;
  starts_on: string;
  ends_on: string;
  lessons: number;
  minutes: number | null;
  conflicts: string;
}

const columns = [
  'school',
  'course',
  'subject',
  'grades',
  'unit',
  'state',
  'starts_on',
  'ends_on',
  'lessons',
  'minutes',
  'conflicts',
] as const;

/** RFC 4180; text that a spreadsheet would take for a formula is quoted as text. */
export function mapCsv(rows: readonly CsvRow[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
