import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributionOf, statisticsOf } from './statistics.ts';
import type { GradingScheme } from './types.ts';

test('TCH-105 count, mean, median, low, high and standard deviation', () => {
  expect(statisticsOf(['2', '4', '4', '4', '5', '5', '7', '9'])).toEqual({
    graded: 8,
    mean: '5.0000',
    median: '4.5000',
    low: '2.0000',
    high: '9.0000',
    standard_deviation: '2.0000',
  });
  expect(statisticsOf(['10', '9', '100'])).toMatchObject({
    median: '10.0000',
    mean: '39.6667',
    low: '9.0000',
  });
  expect(statisticsOf(['7.5'])).toMatchObject({ median: '7.5000', standard_deviation: '0.0000' });
});

test('TCH-105 without a score there is nothing to tell, not zero', () => {
  const none = { mean: null, median: null, low: null, high: null, standard_deviation: null };
  expect(statisticsOf([])).toEqual({ graded: 0, ...none });
});

test('TCH-105 figures agree with plain floating point, and the order of students changes none', () => {
  const scores = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(scores, (hundredths) => {
      const values = hundredths.map((each) => each / 100);
      const found = statisticsOf(values.map(String));
      const mean = values.reduce((a, b) => a + b) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(Math.abs(Number(found.mean) - mean)).toBeLessThan(0.0001);
      expect(Math.abs(Number(found.standard_deviation) - Math.sqrt(variance))).toBeLessThan(0.0001);
      expect(statisticsOf(values.toReversed().map(String))).toEqual(found);
    }),
  );
});

test('TCH-105 the distribution counts every band of the scheme, empty ones too', () => {
  const band = (label: string, lower_bound: string) => ({
    label,
    lower_bound,
    gpa_points: null,
    is_passing: true,
  });
  const scheme: GradingScheme = {
    rounding: 'whole',
    letter_value: 'middle',
    bands: [band('A', '90'), band('B', '80'), band('F', '0')],
  };
  expect(distributionOf(['95.0000', '89.5000', '12.0000'], scheme)).toEqual([
    { label: 'A', count: 2 },
    { label: 'B', count: 0 },
    { label: 'F', count: 1 },
  ]);
});
