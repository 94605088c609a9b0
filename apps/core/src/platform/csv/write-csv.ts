/** What a spreadsheet takes for a formula is marked as text (OWASP: CSV injection). */
const formulaStart = /^[=+\-@\t\r]/;
const markedStart = /^'[=+\-@\t\r]/;

/** Takes the mark off again: it is no part of what the cell says (PLN-102, TCH-129). */
export function withoutFormulaMark(cell: string): string {
  return markedStart.test(cell) ? cell.slice(1) : cell;
}

export function csvTable(rows: readonly (readonly unknown[])[]): string {
  return rows.map(csvLine).join('');
}

/** One line of a table as RFC 4180 writes it. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
