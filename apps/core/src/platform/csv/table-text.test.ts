import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { BrokenTable, splitRows, streamRows, type TableRow } from './table-text.ts';
import { csvTable } from './write-csv.ts';

async function* piecesOf(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function streamed(text: string, size: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of streamRows(piecesOf(text, size), { separator: ',' })) rows.push(row);
  return rows;
}

test('PRV-49 a row is told by the line it begins on, quotes and line ends of every kind included', () => {
  expect(splitRows('a,"b\nb",c\r\n"d ""e""",\r\n\rlast', { separator: ',' })).toEqual([
    { line: 1, cells: ['a', 'b\nb', 'c'] },
    { line: 3, cells: ['d "e"', ''] },
    { line: 4, cells: [''] },
    { line: 5, cells: ['last'] },
  ]);
});

test('PRV-49 a large file read in pieces gives the rows of the whole, wherever the pieces are cut', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', 'é', '=') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(letters, { minLength: 1 })),
      fc.integer({ min: 1, max: 9 }),
      async (cells, size) => {
        const text = csvTable(cells);
        expect(await streamed(text, size)).toEqual(splitRows(text, { separator: ',' }));
      },
    ),
    { numRuns: 300 },
  );
});

test('PRV-49 a broken quotation mark is told by the line where it was opened', async () => {
  const broken = 'a,b\n1,2\n3,"4\n5,6\n';
  expect(() => splitRows(broken, { separator: ',' })).toThrow(new BrokenTable('quote_not_closed', 3));
  await expect(streamed(broken, 2)).rejects.toThrow(new BrokenTable('quote_not_closed', 3));
  expect(() => splitRows('a\n"b"c\n', { separator: ',' })).toThrow(new BrokenTable('text_after_quote', 2));
  const [, taken] = splitRows('a\n"b"c\n', { separator: ',', is_lenient: true });
  expect(taken?.cells).toEqual(['"b"c']);
  await expect(streamed(`"${'x'.repeat(1_200_000)}`, 100_000)).rejects.toThrow('row_too_long in line 1');
});

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

test.each([
  ['UTF-16 with tabs', utf16('Name\tMail\nZoë\tz@x.example\n')],
  ['Windows-1252 with semicolons', Buffer.from('Name;Mail\nZoë;z@x.example\n', 'latin1')],
  ['UTF-8 with its mark', Buffer.from('\uFEFFName,Mail\nZoë,z@x.example\n')],
  ['a spreadsheet that says its separator', Buffer.from('sep=;\r\nName;Mail\r\nZoë;z@x.example\r\n')],
])('PRV-49 %s is the same table', (_, bytes) => {
  const { header, rows } = readTable(bytes);
  expect([header, rows.map(({ cells }) => cells)]).toEqual([['Name', 'Mail'], [['Zoë', 'z@x.example']]]);
});

test.each([
  ['more than 10 MB', Buffer.alloc(10_000_001, 'a\n'), 'too_large'],
  ['nothing', Buffer.from(' \n '), 'not_csv'],
  ['something that is no text', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'not_csv'],
  ['too many rows', Buffer.from(`a\n${'b\n'.repeat(5_001)}`), 'too_many_rows'],
  ['too many columns', Buffer.from(`${'a,'.repeat(1_001)}\n`), 'too_many_columns'],
  ['a quotation mark that never closes', Buffer.from('a,b\n"1,2\n3,4\n'), 'broken_quoting'],
])('PRV-49 %s is refused with its reason', (_, bytes, code) => {
  expect(() => readTable(bytes)).toThrow(
    expect.objectContaining({ details: { errors: [expect.objectContaining({ code })] } }),
  );
});
