import { expect, test } from 'vitest';
import { readRange } from './byte-range.ts';

const huge = '9'.repeat(20);

test.each([
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-5', { start: 2, end: 5 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=8-99', { start: 8, end: 9 }],
  [`bytes=0-${huge}`, { start: 0, end: 9 }],
  [`bytes=-${huge}`, { start: 0, end: 9 }],
  ['Bytes=1-2', { start: 1, end: 2 }],
])('IDN-107 (seeking) of ten bytes, %s is a stretch inside the file', (header, span) => {
  expect(readRange(header, 10)).toEqual(span);
});

test.each(['bytes=10-', 'bytes=10-12', 'bytes=-0', `bytes=${huge}-`])(
  'IDN-107 (seeking) of ten bytes, %s lies outside',
  (header) => {
    expect(readRange(header, 10)).toBe('outside');
  },
);

test.each([
  undefined,
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=0-1,4-5',
  'bytes=0-0,0-0,0-0,0-0',
  'bytes=-1-2',
  'bytes=+1-2',
  'bytes=0x1-0x2',
  'bytes=1.5-2',
  'bytes=1e3-',
  'seconds=0-10',
  'bytes=0-1\r\nx: y',
  `bytes=${'9'.repeat(4_000)}-`,
])('IDN-107 (seeking) %j is not a stretch: the whole file is the answer', (header) => {
  expect(readRange(header, 10)).toBeNull();
});

test('IDN-107 (seeking) nothing can be asked of an empty file', () => {
  expect([readRange('bytes=0-', 0), readRange('bytes=-1', 0)]).toEqual(['outside', 'outside']);
});
