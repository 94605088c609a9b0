import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryContext, formatEntry, parseEntry } from './entry.ts';
import type { GradingScheme } from './types.ts';

const scheme: GradingScheme = {
  rounding: 'none',
  letter_value: 'middle',
  bands: [
    { label: 'A', lower_bound: '90', gpa_points: '4', is_passing: true },
    { label: 'M', lower_bound: '70', gpa_points: '3', is_passing: true },
    { label: 'F', lower_bound: '0', gpa_points: '0', is_passing: false },
  ],
};

const plain: EntryContext = {
  points_possible: '20',
  grading_type: 'points',
  scheme,
  decimal_mark: '.',
  confirmed: false,
};

function parse(typed: string, more: Partial<EntryContext> = {}) {
  return parseEntry(typed, { ...plain, ...more });
}

const score = (entry: string, value: string, notice: 'above_points' | null = null) => ({
  kind: 'score',
  entry,
  score: value,
  notice,
});
const refused = (code: string) => ({ kind: 'refused', code });

test('TCH-95 numbers, percentages, fractions and letters give a score', () => {
  expect(parse('17')).toEqual(score('17', '17'));
  expect(parse(' 17.50 ')).toEqual(score('17.5', '17.5'));
  expect(parse('.5')).toEqual(score('0.5', '0.5'));
  expect(parse('007')).toEqual(score('7', '7'));
  expect(parse('85%')).toEqual(score('85%', '17'));
  expect(parse('17/20')).toEqual(score('17/20', '17'));
  expect(parse('17 / 20', { points_possible: '40' })).toEqual(score('17/20', '34'));
  expect(parse('85', { grading_type: 'percent' })).toEqual(score('85%', '17'));
  expect(parse('1/3')).toEqual(score('1/3', '6.6667'));
  expect(parse('a')).toEqual(score('A', '19'));
});

test('TCH-95 UXP-95 (grades) a comma is a decimal mark where the language writes it so, and nothing elsewhere', () => {
  expect(parse('17,5', { decimal_mark: ',' })).toEqual(score('17.5', '17.5'));
  expect(parse('8,5', { decimal_mark: ',' })).toEqual(parse('8.5', { decimal_mark: ',' }));
  expect(parse('17.5', { decimal_mark: ',' })).toEqual(score('17.5', '17.5'));
  expect(parse('8,5', { decimal_mark: ',' })).toEqual(parse('8.5', { decimal_mark: ',' }));
  expect(parse('17,5')).toEqual(refused('not_understood'));
  expect(parse('1,000', { points_possible: '1000' })).toEqual(refused('not_understood'));
});

test('TCH-95 marks of status, a tick and a blank', () => {
  expect(parse('ex')).toEqual({ kind: 'excused', entry: 'EX' });
  expect(parse('M')).toEqual({ kind: 'missing', entry: 'M' });
  expect(parse('l')).toEqual({ kind: 'late', entry: 'L' });
  expect(parse('INC')).toEqual({ kind: 'incomplete', entry: 'INC' });
  expect(parse('  ')).toEqual({ kind: 'clear' });
  for (const tick of ['x', 'X', '✓']) {
    expect(parse(tick, { grading_type: 'complete' })).toEqual(score('✓', '20'));
    expect(parse(tick)).toEqual(refused('not_understood'));
  }
});

test('TCH-95 where letters are typed the scheme comes before the marks of status', () => {
  expect(parse('m', { grading_type: 'letter' })).toEqual(score('M', '16'));
  expect(parse('m', { grading_type: 'letter', scheme: null })).toEqual({ kind: 'missing', entry: 'M' });
});

test('TCH-95 anything else is refused with its reason', () => {
  for (const typed of [
    'abc',
    '1e3',
    '1e309',
    'NaN',
    'Infinity',
    '１７',
    '١٧',
    '+5',
    '1 7',
    '5//6',
    '5/6/7',
    '5/0',
    '%',
    '/',
    '.',
    '-',
    '--5',
    '5%5',
    '5/6%',
    '0x10',
    '5.',
    'constructor',
    '__proto__',
  ]) {
    expect(parse(typed), typed).toEqual(refused('not_understood'));
  }
  expect(parse('1.23456')).toEqual(refused('too_precise'));
  expect(parse('12345678')).toEqual(refused('too_large'));
  expect(parse('85%', { points_possible: '0' })).toEqual(refused('no_points'));
  expect(parse('3', { points_possible: '0' })).toEqual(score('3', '3'));
  expect(parse('3', { grading_type: 'mastery' })).toEqual(refused('no_score_wanted'));
});

test('TCH-96 below zero is refused, above the points noted, above twice the points asked about', () => {
  expect(parse('-1')).toEqual(refused('score_negative'));
  expect(parse('-0')).toEqual(refused('score_negative'));
  expect(parse('-5%')).toEqual(refused('score_negative'));
  expect(parse('-5/20')).toEqual(refused('score_negative'));
  expect(parse('20')).toEqual(score('20', '20'));
  expect(parse('20.0001')).toEqual(score('20.0001', '20.0001', 'above_points'));
  expect(parse('40')).toEqual(score('40', '40', 'above_points'));
  expect(parse('200%')).toEqual(score('200%', '40', 'above_points'));
  expect(parse('40.0001')).toEqual(refused('confirm_high'));
  expect(parse('900', { points_possible: '100' })).toEqual(refused('confirm_high'));
  expect(parse('900', { points_possible: '100', confirmed: true })).toEqual(
    score('900', '900', 'above_points'),
  );
});

test('TCH-95 what a cell shows can be typed again and means the same', () => {
  const typed = fc.tuple(fc.nat({ max: 400_000 }), fc.constantFrom('', '%', '/25'));
  fc.assert(
    fc.property(typed, fc.constantFrom('.', ','), ([amount, suffix], decimal_mark) => {
      const first = parse(`${amount / 10_000}${suffix}`, { decimal_mark, confirmed: true });
      if (first.kind !== 'score') throw new Error('a number was not understood');
      const context = { decimal_mark, confirmed: true } as const;
      expect(parse(formatEntry(first.entry, decimal_mark), context)).toEqual(first);
      expect(parse(formatEntry(first.score, decimal_mark), context)).toMatchObject({ score: first.score });
    }),
  );
});

test('TCH-95 no typing whatever is more than refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (typed) => {
      const entry = parse(typed);
      if (entry.kind === 'score') expect(Number(entry.score)).toBeGreaterThanOrEqual(0);
    }),
  );
});
