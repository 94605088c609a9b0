import { type CodedCell, readCells } from '@k12/contracts/teaching/cell-codes';
import type { Gradebook, GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { isMissing } from '@k12/grading/missing';
import type { PrintBlock, PrintCell, PrintRun } from '../../../platform/pdf/print-document.ts';
import { paragraph } from '../../../platform/pdf/print-document.ts';
import type { SheetWords } from './sheet-words.ts';

/** As many columns as stand on a sheet of paper across; more go on below, with the names again. */
const columnsAcross = 16;
const always = new Date(0).toISOString();
const never = new Date(8_640_000_000_000_000).toISOString();

interface Choice {
  numbers: boolean;
  now: string;
  words: SheetWords;
}

/** The sheet as it stands, with M, L and EX where the page shows signs, and what they mean below (UXP-99). */
export function gradebookBlocks(book: Gradebook, choice: Choice): PrintBlock[] {
  const rows = book.rows
    .filter(({ state }) => state === 'active')
    .map((row) => ({ row, cells: readCells(row.cells, book.columns.length) }));
  const chunks: GradebookColumn[][] = [];
  for (let from = 0; from < Math.max(1, book.columns.length); from += columnsAcross)
    chunks.push(book.columns.slice(from, from + columnsAcross));
  const tables = chunks.flatMap((columns, at): PrintBlock[] => {
    const isLast = at === chunks.length - 1;
    const total = isLast ? [choice.words.total] : [];
    const table: PrintBlock = {
      kind: 'table',
      columns: 1 + columns.length + total.length,
      widths: [5, ...columns.map(() => 1), ...total.map(() => 1.3)],
      slanted: true,
      header: [[{ text: choice.words.student }], ...columns.map(headOf), ...total.map((text) => [{ text }])],
      rows: rows.map(({ row, cells }) => [
        cell(nameOf(row, choice.numbers)),
        ...columns.map((column, place) => {
          const coded = cells[at * columnsAcross + place];
          return cell(coded ? markedScore(coded, column, choice.now) : '–');
        }),
        ...(isLast ? [cell(totalOf(book, row.student_id))] : []),
      ]),
    };
    return at === 0 ? [table] : [{ kind: 'page_break' }, table];
  });
  return [...tables, legend(choice.words)];
}

const cell = (text: string): PrintCell => ({ blocks: text ? [paragraph(text)] : [] });

function headOf({ title, points_possible, grading_type }: GradebookColumn): PrintRun[] {
  const points = grading_type === 'ungraded' ? '' : ` (${plain(points_possible)})`;
  return [{ text: `${title.length > 34 ? `${title.slice(0, 33)}…` : title}${points}` }];
}

function nameOf(row: Gradebook['rows'][number], numbers: boolean): string {
  return numbers && row.student_number ? `${row.sort_name} · ${row.student_number}` : row.sort_name;
}

/** `17 L`, `M`, `EX`: a grade keeps its exact decimals. */
export function markedScore(coded: CodedCell, column: GradebookColumn, now: string): string {
  if (coded.state === 'excused') return 'EX';
  const score = coded.is_anonymous ? '' : plain(coded.entry ?? coded.score ?? '');
  const mark = isCellMissing(coded, column, now) ? 'M' : isCellLate(coded, column) ? 'L' : '';
  return [score, mark].filter(Boolean).join(' ');
}

function isCellMissing(coded: CodedCell, column: GradebookColumn, now: string): boolean {
  if (coded.override !== null) return coded.override === 'missing';
  if (coded.is_policy) return true;
  const own = typeof coded.due_at === 'number' ? new Date(coded.due_at).toISOString() : null;
  return isMissing(
    {
      due_at: coded.due_at === undefined ? column.due_at : own,
      grace_minutes: column.late_policy?.grace_minutes ?? 0,
      dates_from: 'everyone',
      expects_work: column.expects_submission,
      is_handed_in: coded.is_submitted,
      state: coded.state,
      has_score: coded.score !== null,
      is_posted: coded.is_posted,
      enrolled_at: coded.is_before_enrollment ? never : always,
      left_at: null,
      override: null,
      automatic_labels: column.has_automatic_labels,
    },
    now,
  );
}

function isCellLate(coded: CodedCell, column: GradebookColumn): boolean {
  if (coded.override !== null) return coded.override === 'late';
  return column.has_automatic_labels && coded.late_minutes > (column.late_policy?.grace_minutes ?? 0);
}

function totalOf({ totals, course }: Gradebook, studentId: string): string {
  const total = totals.find((one) => one.student_id === studentId && one.grading_period_id === null);
  if (!total) return '';
  const percent = total.override?.percent ?? total[course.total_shown];
  const label = total.override?.label ?? total.label;
  return [percent === null ? '' : `${plain(percent)} %`, label ?? ''].filter(Boolean).join(' ');
}

/** Exact, without zeros that say nothing. */
export const plain = (decimal: string) =>
  /^\d+\.\d*0+$|^\d+\.$/.test(decimal) ? decimal.replace(/\.?0+$/, '') : decimal;

function legend(words: SheetWords): PrintBlock {
  const text = [words.missing, words.late, words.excused].join('   ');
  return { kind: 'paragraph', runs: [{ text: `${words.legend}: `, bold: true }, { text }] };
}
