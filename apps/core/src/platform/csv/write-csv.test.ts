import { expect, test } from 'vitest';
import { csvLine, csvTable, withoutFormulaMark } from './write-csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1', "'+49 30 1"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['a = b', 'a = b'],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  [-2, '-2'],
  [null, ''],
  [true, 'true'],
  [{ a: 1 }, '"{""a"":1}"'],
])('PRV-126 a cell that a spreadsheet would run is text: %j', (value, expected) => {
  expect(csvLine([value])).toBe(`${expected}\r\n`);
});

test('TCH-129 PLN-102 reading takes the mark of a formula off again, and nothing else', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const cell = `${start}1`;
    const written = csvTable([[cell]])
      .slice(0, -2)
      .replaceAll('"', '');
    expect(withoutFormulaMark(written)).toBe(cell);
  }
  expect(withoutFormulaMark("'tis")).toBe("'tis");
});
