import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, labelOf, percentOfLabel } from './scheme.ts';
import type { GradingScheme } from './types.ts';

const letters: GradingScheme = {
  rounding: 'none',
  letter_value: 'middle',
  bands: [
    { label: 'B', lower_bound: '80', gpa_points: '3', is_passing: true },
    { label: 'A', lower_bound: '90', gpa_points: '4', is_passing: true },
    { label: 'F', lower_bound: '0', gpa_points: '0', is_passing: false },
  ],
};

test('TCH-116 a value on a bound takes the higher band', () => {
  expect(labelOf(letters, '90.0000')).toBe('A');
  expect(labelOf(letters, '89.9999')).toBe('B');
  expect(labelOf(letters, '0.0000')).toBe('F');
  expect(labelOf(letters, '123.4500')).toBe('A');
  expect(labelOf(letters, null)).toBeNull();
});

test('TCH-116 the scheme rounds before it bands, half up', () => {
  expect(labelOf({ ...letters, rounding: 'whole' }, '89.5000')).toBe('A');
  expect(labelOf({ ...letters, rounding: 'whole' }, '89.4999')).toBe('B');
  expect(labelOf({ ...letters, rounding: 'tenth' }, '89.9500')).toBe('A');
  expect(labelOf({ ...letters, rounding: 'tenth' }, '89.9499')).toBe('B');
  expect(labelOf({ ...letters, rounding: 'tenth' }, '89.5000')).toBe('B');
});

test('TCH-116 a value below every band has no label', () => {
  const pass = { label: 'Pass', lower_bound: '50', gpa_points: null, is_passing: true };
  expect(bandOf({ ...letters, bands: [pass] }, '49.9999')).toBeNull();
});

test('TCH-113 a letter gives the middle or the lower bound of its band', () => {
  expect(percentOfLabel(letters, 'a')).toBe('95');
  expect(percentOfLabel(letters, 'B')).toBe('85');
  expect(percentOfLabel({ ...letters, letter_value: 'lower' }, 'B')).toBe('80');
  expect(percentOfLabel(letters, 'C')).toBeNull();
});

test('TCH-113 what a letter gives is in the band of that letter', () => {
  const bounds = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(bounds, fc.constantFrom('middle', 'lower'), (list, letter_value) => {
      const bands = list.map((bound) => ({
        label: `band ${bound}`,
        lower_bound: String(bound / 100),
        gpa_points: null,
        is_passing: true,
      }));
      const scheme: GradingScheme = { rounding: 'none', letter_value, bands };
      for (const { label } of bands) expect(labelOf(scheme, percentOfLabel(scheme, label))).toBe(label);
    }),
  );
});
