import { type CodedCell, readCells } from '@k12/contracts/teaching/cell-codes';
import type { Gradebook, GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { cellStatus } from '@k12/grading/cell-status';
import type { PrintBlock, PrintCell, PrintRun } from '../../../platform/pdf/print-document.ts';
import { paragraph } from '../../../platform/pdf/print-document.ts';
import type { SheetWords } from './sheet-words.ts';

/** As many columns as stand on a sheet of paper across; more go on below, with the names again. */
const columnsAcross = 16;

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
  const { is_missing, is_late } = cellStatus(coded, column, now);
  const mark = is_missing ? 'M' : is_late ? 'L' : '';
  return [score, mark].filter(Boolean).join(' ');
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
