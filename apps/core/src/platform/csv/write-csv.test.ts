import { expect, test } from 'vitest';
import { csvLine } from './write-csv.ts';

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
