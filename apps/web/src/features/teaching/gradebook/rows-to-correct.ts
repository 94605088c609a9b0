import type { ImportedCell } from '@k12/contracts/teaching/gradebook-csv';

const good = new Set<ImportedCell['outcome']>(['change', 'same']);

export function cellsToCorrect(cells: readonly ImportedCell[]): ImportedCell[] {
  return cells.filter(({ outcome }) => !good.has(outcome));
}

/** A table with the cells that cannot be taken over and nothing else; corrected, it can be read in again (UXP-38). */
export function tableToCorrect(cells: readonly ImportedCell[]): string {
  const bad = cellsToCorrect(cells);
  const columns = [...new Set(bad.map(headerOf))];
  const lines = Map.groupBy(bad, ({ line }) => line);
  const rows = [...lines.values()].map((own) => {
    const [first] = own;
    const texts = columns.map((column) => own.find((cell) => headerOf(cell) === column)?.after ?? '');
    return [first?.student ?? '', first?.student_id ?? '', ...texts];
  });
  return [['Student', 'ID', ...columns], ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

const headerOf = ({ column, assignment_id }: ImportedCell) =>
  assignment_id && !column.includes(assignment_id) ? `${column} [${assignment_id}]` : column;

/** With an apostrophe before what a spreadsheet would take for a formula; reading takes it off again. */
function cellText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
