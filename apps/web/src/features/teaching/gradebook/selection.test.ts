import { expect, test } from 'vitest';
import { clamp, moveBy, rangeOf, sizeOf } from './selection.ts';

const plain = { shift: false, jump: false, rtl: false, page: 20 };
const from = { row: 5, column: 5 };

test.each([
  ['ArrowDown', {}, { row: 6, column: 5 }],
  ['ArrowUp', {}, { row: 4, column: 5 }],
  ['ArrowRight', {}, { row: 5, column: 6 }],
  ['ArrowRight', { rtl: true }, { row: 5, column: 4 }],
  ['ArrowLeft', { rtl: true }, { row: 5, column: 6 }],
  ['Enter', {}, { row: 6, column: 5 }],
  ['Enter', { shift: true }, { row: 4, column: 5 }],
  ['Tab', {}, { row: 5, column: 6 }],
  ['Tab', { shift: true }, { row: 5, column: 4 }],
  ['Home', {}, { row: 5, column: 0 }],
  ['End', {}, { row: 5, column: 9 }],
  ['ArrowDown', { jump: true }, { row: 29, column: 5 }],
  ['ArrowLeft', { jump: true }, { row: 5, column: 0 }],
  ['Home', { jump: true }, { row: 0, column: 0 }],
  ['End', { jump: true }, { row: 29, column: 9 }],
  ['PageDown', {}, { row: 25, column: 5 }],
])('TCH-94 %s with %o leads to %o', (key, more, to) => {
  const place = moveBy(from, { ...plain, key, ...more });
  expect(place && clamp(place, { rows: 30, columns: 10 })).toEqual(to);
});

test('TCH-94 a range goes from where it began to the active cell, in any direction', () => {
  const range = rangeOf({ active: { row: 2, column: 7 }, anchor: { row: 4, column: 5 } });
  expect(range).toEqual({ top: 2, bottom: 4, start: 5, end: 7 });
  expect(sizeOf(range)).toBe(9);
  expect(moveBy(from, { ...plain, key: 'a' })).toBeNull();
});
