import { expect, test } from 'vitest';
import { Problem } from '../../../platform/errors.ts';
import { readFile, readPasted } from './people-list.rules.ts';

const texts = (people: { text: string }[]) => people.map(({ text }) => text);
const file = (text: string) => texts(readFile(Buffer.from(text)));

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.details.errors?.[0]?.code : String(error);
  }
}

test('TCH-06 a pasted list is read with lines, commas, names in front and spaces around', () => {
  const pasted = ' ada@x.test\r\nBo Lee <bo@x.test>; cy@x.test,,\n\n\tdan.w\n';
  expect(readPasted(pasted)).toEqual([
    { line: 1, text: 'ada@x.test' },
    { line: 2, text: 'bo@x.test' },
    { line: 2, text: 'cy@x.test' },
    { line: 4, text: 'dan.w' },
  ]);
});

test.each([
  ['a header', 'Name,E-Mail\nAda,ada@x.test\nBo,bo@x.test', ['ada@x.test', 'bo@x.test']],
  ['another separator', 'Student number;Name\n100;Ada', ['100']],
  ['no header', 'Ada,ada@x.test\nBo,bo@x.test', ['ada@x.test', 'bo@x.test']],
  ['a mark in front', '\uFEFFemail\n"ada@x.test"\n', ['ada@x.test']],
  ['one column without any header', 'ada@x.test\nbo@x.test', ['ada@x.test', 'bo@x.test']],
])('TCH-06 a file with %s', (_what, text, expected) => {
  expect(file(text)).toEqual(expected);
});

test('TCH-06 a file of an older office program and one of two bytes a letter', () => {
  const table = 'Name;email\nJosé;jose@x.test\n';
  expect(texts(readFile(Buffer.from(table, 'latin1')))).toEqual(['jose@x.test']);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
  expect(texts(readFile(wide))).toEqual(['jose@x.test']);
});

test.each([
  ['nothing', ''],
  ['a quotation mark that never closes', 'email\n"ada@x.test'],
  ['text behind a closing quotation mark', 'email\n"ada"@x.test'],
  ['a program', 'MZ\0\0'],
])('TCH-06 a file that is %s is refused and not guessed at', (_what, text) => {
  expect(codeOf(() => file(text))).toMatch(/not_csv|broken_quoting/);
});

test('TCH-06 formulas stay text, and what no screen shows is taken out', () => {
  expect(file('email\n=HYPERLINK("http://x.test")\n')).toEqual(['=HYPERLINK("http://x.test")']);
  expect(texts(readPasted('a\u0007d\u202Ea@x.test\ud800'))).toEqual(['ada@x.test\ufffd']);
  expect(readPasted('x'.repeat(100_000))[0]?.text).toHaveLength(200);
});

test('TCH-06 5,000 people are taken, 5,001 are refused', () => {
  const list = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@x.test`).join('\n');
  expect(readPasted(list(5_000))).toHaveLength(5_000);
  expect(codeOf(() => readPasted(list(5_001)))).toBe('too_many_rows');
  expect(file(`email\n${list(5_000)}`)).toHaveLength(5_000);
  expect(file(list(5_000))).toHaveLength(5_000);
  expect(codeOf(() => file(list(5_001)))).toBe('too_many_rows');
  expect(codeOf(() => file(`email\n${list(5_001)}`))).toBe('too_many_rows');
});
