import { type CalendarItem, CalendarQuery } from '@k12/contracts/planning/calendar';
import { CoverageQuery } from '@k12/contracts/planning/coverage';
import { MapQuery } from '@k12/contracts/planning/curriculum-map';
import { addDays, daysBetween, startOfWeek, weekdayOf } from '@k12/plan-content/days';
import type { Context } from '../../../platform/context.ts';
import { heading, type PrintBlock, type PrintCell, paragraph } from '../../../platform/pdf/print-document.ts';
import { firstWeekdayFor } from '../../identity/schools/schools.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { getCalendar } from '../calendar/calendar.service.ts';
import { getCurriculumMap } from '../curriculum-map/curriculum-map.service.ts';
import { getCoverage } from '../standards-coverage/coverage.service.ts';
import { type Sheet, type SheetWords, sheetWords } from './sheet-words.ts';
import type { AskedSheet } from './sheets.service.ts';

const cell = (text: string): PrintCell => ({ blocks: text ? [paragraph(text)] : [] });

export async function mapSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const query = MapQuery.parse(asked.id ? { course_id: asked.id } : { mine: 'true' });
  const map = await getCurriculumMap(context, query);
  const terms = map.terms.length > 0 ? map.terms : [{ id: '', name: map.year_name, ...yearOf(map) }];
  const rows = map.rows.map((row): PrintCell[] => [
    { blocks: [bold(row.name), paragraph(row.sections.map(({ name }) => name).join(', '))] },
    ...terms.map((term) => {
      const units = map.placements
        .filter(({ course_id, starts_on }) => course_id === row.course_id && isIn(starts_on, term))
        .sort((one, other) => one.starts_on.localeCompare(other.starts_on));
      return {
        blocks: units.flatMap(({ title, starts_on, ends_on }) => [
          bold(title),
          paragraph(`${words.day(starts_on)} – ${words.day(ends_on)}`),
        ]),
      };
    }),
  ]);
  const schools = new Set(map.rows.map(({ school_name }) => school_name));
  return {
    title: words.map,
    subtitle: map.year_name,
    school_name: schools.size === 1 ? [...schools].join('') : '',
    landscape: true,
    facts: [],
    blocks: [
      {
        kind: 'table',
        columns: 1 + terms.length,
        widths: [1.2, ...terms.map(() => 2)],
        header: [words.course, ...terms.map(({ name }) => name)].map((text) => [{ text }]),
        rows,
      },
    ],
  };
}

const bold = (text: string): PrintBlock => ({ kind: 'paragraph', runs: [{ text, bold: true }] });
const yearOf = ({ starts_on, ends_on }: { starts_on: string; ends_on: string }) => ({ starts_on, ends_on });
const isIn = (day: string, range: { starts_on: string; ends_on: string }) =>
  day >= range.starts_on && day <= range.ends_on;

export async function coverageSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const report = await getCoverage(context, CoverageQuery.parse(asked.id ? { course_id: asked.id } : {}));
  const { totals } = report;
  return {
    title: words.coverage,
    subtitle: report.framework_title,
    school_name: '',
    facts: [
      { label: words.from, value: words.day(report.from_on) },
      { label: words.to, value: words.day(report.to_on) },
      { label: words.planned, value: `${totals.planned} / ${totals.denominator}` },
      { label: words.taught, value: `${totals.taught} / ${totals.denominator}` },
      { label: words.assessed, value: `${totals.assessed} / ${totals.denominator}` },
    ],
    blocks: [
      {
        kind: 'table',
        columns: 5,
        widths: [1.4, 5, 1, 1, 1],
        header: [words.standard, words.statement, words.planned, words.taught, words.assessed].map((text) => [
          { text },
        ]),
        rows: report.rows.map((row) => [
          cell(row.standard.code),
          cell(row.standard.statement),
          ...[row.planned, row.taught, row.assessed].map((count) => cell(`${count} / ${row.denominator}`)),
        ]),
      },
    ],
  };
}

/** What runs through the week once, then each day with what is on it. */
export async function weekSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const from = asked.from ?? startOfWeek(await todayOf(context), await firstWeekdayFor(context));
  const to = asked.to ?? addDays(from, 6);
  const { data, time_zone } = await getCalendar(context, rangeOf(from, to));
  const items = data.filter(({ kind }) => kind !== 'term');
  const blocks = daysBetween(from, to).flatMap((day): PrintBlock[] => {
    const own = itemsOn(items, day).filter((item) => !isRunning(item));
    const free = items.find((item) => item.kind === 'holiday' && isIn(day, yearOf(item)));
    if (own.length === 0 && !free && [0, 6].includes(weekdayOf(day))) return [];
    return [
      heading(1, words.weekday(day)),
      ...dayBlocks(own, free?.title || words.nothing, time_zone, words),
    ];
  });
  const subtitle = `${words.day(from)} – ${words.day(to)}`;
  const running = runningBlocks(items.filter(isRunning), words);
  return { title: words.week, subtitle, school_name: '', facts: [], blocks: [...running, ...blocks] };
}

const isRunning = ({ starts_on, ends_on }: CalendarItem) => starts_on !== ends_on;

function runningBlocks(items: readonly CalendarItem[], words: SheetWords): PrintBlock[] {
  const rows = items.map(({ title, detail, starts_on, ends_on }) => [
    { blocks: [bold(title), ...(detail ? [paragraph(detail)] : [])] },
    cell(`${words.day(starts_on)} – ${words.day(ends_on)}`),
  ]);
  return rows.length > 0 ? [{ kind: 'table', columns: 2, widths: [2, 1], header: [], rows }] : [];
}

/** The heading says the day and the first column the hour, so that no head is needed on each of them. */
function dayBlocks(
  items: CalendarItem[],
  nothing: string,
  timeZone: string,
  words: SheetWords,
): PrintBlock[] {
  if (items.length === 0) return [paragraph(nothing)];
  const rows = items.map((item) => [
    cell(timeOf(item, timeZone, words)),
    {
      blocks: [
        bold(item.title),
        ...[item.detail, item.location].flatMap((text) => (text ? [paragraph(text)] : [])),
      ],
    },
  ]);
  return [{ kind: 'table', columns: 2, widths: [1, 4], header: [], rows }];
}

function timeOf(item: CalendarItem, timeZone: string, words: SheetWords): string {
  if (!item.starts_at) return '';
  const zone = item.time_zone ?? timeZone;
  return [item.starts_at, item.ends_at].flatMap((at) => (at ? [words.time(at, zone)] : [])).join(' – ');
}

/** A month as a grid of weeks. */
export async function calendarSheet(context: Context, asked: AskedSheet): Promise<Sheet> {
  const words = sheetWords[asked.locale];
  const today = asked.from ?? (await todayOf(context));
  const first = `${today.slice(0, 8)}01`;
  const last = addDays(`${addDays(first, 31).slice(0, 8)}01`, -1);
  const begins = await firstWeekdayFor(context);
  const from = startOfWeek(first, begins);
  const to = addDays(startOfWeek(last, begins), 6);
  const { data } = await getCalendar(context, rangeOf(from, to));
  const days = daysBetween(from, to);
  const rows: PrintCell[][] = [];
  for (let at = 0; at < days.length; at += 7)
    rows.push(
      days.slice(at, at + 7).map((day, column) => ({
        blocks: [
          bold(String(Number(day.slice(8)))),
          ...new Map(
            itemsOn(data, day)
              .filter((item) => isSaidOn(item, day, column))
              .map((item) => [item.title, lineOf(item)]),
          ).values(),
        ],
      })),
    );
  const names = days.slice(0, 7).map((day) => words.weekday(day).split(/[ ,،]/)[0] ?? '');
  return {
    title: words.month(first),
    subtitle: words.calendar,
    school_name: '',
    landscape: true,
    facts: [],
    blocks: [
      { kind: 'table', columns: 7, widths: Array(7).fill(1), header: names.map((text) => [{ text }]), rows },
    ],
  };
}

/** A term is the whole page; a unit is said where it begins and once in each week after. */
function isSaidOn(item: CalendarItem, day: string, column: number): boolean {
  if (item.kind === 'term') return false;
  return item.kind === 'holiday' || item.starts_on === day || column === 0;
}

function lineOf({ kind, title }: CalendarItem): PrintBlock {
  return { kind: 'paragraph', runs: [{ text: title, ...(kind === 'unit' && { italic: true }) }] };
}

const rangeOf = (from: string, to: string) => CalendarQuery.parse({ from, to });

function itemsOn(items: readonly CalendarItem[], day: string): CalendarItem[] {
  return items
    .filter(({ starts_on, ends_on }) => starts_on <= day && day <= ends_on)
    .sort((one, other) => (one.starts_at ?? '').localeCompare(other.starts_at ?? ''));
}
