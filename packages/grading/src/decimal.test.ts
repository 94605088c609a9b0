import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFixed, formatPlain, parseDecimal, unitsOf } from './decimal.ts';
import { keepPercent, nearest, percentOf, ratio } from './ratio.ts';

test('TCH-108 decimals are read exactly, and nothing but decimals', () => {
  expect(parseDecimal('0')).toBe(0);
  expect(parseDecimal('17')).toBe(170_000);
  expect(parseDecimal('17.5')).toBe(175_000);
  expect(parseDecimal('9999999.9999')).toBe(99_999_999_999);
  for (const text of [
    '',
    '.',
    '.5',
    '5.',
    '-0',
    '-1',
    '+1',
    '1e3',
    '1e309',
    'NaN',
    'Infinity',
    '１７',
    '٣',
    ' 1',
    '1 ',
    '01',
    '1.23456',
    '12345678',
    '1,5',
    '0x1',
    '1_000',
    '1\n',
  ]) {
    expect(parseDecimal(text), JSON.stringify(text)).toBeNull();
  }
  expect(() => unitsOf('1e309')).toThrow(RangeError);
});

test('TCH-108 a decimal survives writing and reading', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999_999_999 }), (units) => {
      expect(parseDecimal(formatFixed(units))).toBe(units);
      expect(parseDecimal(formatPlain(units))).toBe(units);
      expect(formatFixed(units)).toMatch(/^\d+\.\d{4}$/);
      expect(formatPlain(units)).not.toMatch(/\.\d*0$/);
    }),
  );
});

test('TCH-108 results are kept to four places, half up', () => {
  expect(formatFixed(keepPercent(ratio(22, 30)))).toBe('73.3333');
  expect(formatFixed(keepPercent(ratio(2, 3)))).toBe('66.6667');
  // Exactly half of the last place.
  expect(formatFixed(keepPercent(ratio(1, 2_000_000)))).toBe('0.0001');
  expect(formatFixed(keepPercent(ratio(1, 2_000_001)))).toBe('0.0000');
});

test('TCH-108 a percentage of an amount is the same by either way of reckoning', () => {
  const amounts = fc.tuple(fc.nat({ max: 10_000_000 }), fc.nat({ max: 99_999_999_999 }));
  fc.assert(
    fc.property(amounts, ([percent, amount]) => {
      expect(BigInt(percentOf(percent, amount))).toBe(nearest(BigInt(percent) * BigInt(amount), 1_000_000n));
    }),
  );
});
