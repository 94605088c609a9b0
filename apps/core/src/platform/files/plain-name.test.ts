import { expect, test } from 'vitest';
import { plainName } from './plain-name.ts';

test.each([
  ['../../../evil\u202etxt.pdf', 'eviltxt.pdf'],
  ['C:\\work\\report.docx', 'report.docx'],
  ['a\r\nX: y.pdf', 'aX: y.pdf'],
  ['..', 'file'],
  ['a/', 'file'],
  ['\u0000', 'file'],
  ['تقرير  العلوم.pdf', 'تقرير العلوم.pdf'],
  ['What is life?.pdf', 'What is life?.pdf'],
])('IDN-106 TCH-59 the file name %j is kept as %j', (given, kept) => {
  expect(plainName(given)).toBe(kept);
});
