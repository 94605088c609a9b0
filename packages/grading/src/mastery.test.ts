import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultMasteryRules,
  type Evidence,
  type MasteryRules,
  masteryOf,
  parentMastery,
} from './mastery.ts';
import type { MasteryMethod } from './mastery-methods.ts';

const levels = ['1', '2', '3', '4'];
const rules = defaultMasteryRules(levels);

function evidence(...values: string[]): Evidence[] {
  return values.map((value, at) => ({ value, at: `2026-03-0${at + 1}T12:00:00.000Z`, is_posted: true }));
}

function valueBy(method: MasteryMethod, ...values: string[]) {
  return masteryOf(evidence(...values), null, { ...rules, method }, 'staff').value;
}

test('TCH-125 by default the mean of the latest three, mastered at 80 % of the top level', () => {
  expect(rules).toEqual({ levels, method: { kind: 'mean', of_latest: 3 }, mastery_at: '3.2' });
  expect(masteryOf(evidence('1', '3', '3', '4'), null, rules, 'staff')).toEqual({
    value: '3.3333',
    level: 2,
    is_mastered: true,
    source: 'evidence',
    calculated: '3.3333',
    evidence_count: 4,
    last_evidence_at: '2026-03-04T12:00:00.000Z',
    trend: 'up',
  });
  expect(masteryOf(evidence('3', '3', '3'), null, rules, 'staff').is_mastered).toBe(false);
});

test('TCH-125 every method of the scale', () => {
  const four = ['4', '2', '2', '3'] as const;
  expect(valueBy({ kind: 'latest' }, ...four)).toBe('3.0000');
  expect(valueBy({ kind: 'highest' }, ...four)).toBe('4.0000');
  expect(valueBy({ kind: 'mean', of_latest: null }, ...four)).toBe('2.7500');
  expect(valueBy({ kind: 'mode' }, ...four)).toBe('2.0000');
  expect(valueBy({ kind: 'mode' }, '4', '2', '2', '4')).toBe('4.0000');
  // ((4 × 0.35 + 2 × 0.65) × 0.35 + 2 × 0.65) × 0.35 + 3 × 0.65
  expect(valueBy({ kind: 'decaying_average', weight: '65' }, ...four)).toBe('2.7358');
  expect(valueBy({ kind: 'n_of_last_m', n: 2, m: 3 }, ...four)).toBe('2.0000');
  expect(valueBy({ kind: 'n_of_last_m', n: 3, m: 5 }, '4', '4')).toBeNull();
});

test('TCH-128 without evidence a standard is not assessed, which is no level at all', () => {
  expect(masteryOf([], null, rules, 'staff')).toEqual({
    value: null,
    level: null,
    is_mastered: null,
    source: null,
    calculated: null,
    evidence_count: 0,
    last_evidence_at: null,
    trend: null,
  });
});

test('TCH-124 students see posted evidence only', () => {
  const pieces = evidence('2', '4').map((piece, at) => ({ ...piece, is_posted: at === 0 }));
  expect(masteryOf(pieces, null, rules, 'posted')).toMatchObject({ value: '2.0000', evidence_count: 1 });
  expect(masteryOf(pieces, null, rules, 'staff')).toMatchObject({ value: '3.0000', evidence_count: 2 });
});

test('TCH-126 a level by judgement is marked, stands beside the calculated one, and may end with newer evidence', () => {
  const judgement = { value: '4', judged_at: '2026-03-01T18:00:00.000Z', ends_with_newer_evidence: true };
  expect(masteryOf(evidence('1'), judgement, rules, 'staff')).toMatchObject({
    value: '4.0000',
    source: 'judgement',
    calculated: '1.0000',
    is_mastered: true,
  });
  expect(masteryOf(evidence('1', '2'), judgement, rules, 'staff')).toMatchObject({
    value: '1.5000',
    source: 'evidence',
  });
  const lasting = { ...judgement, ends_with_newer_evidence: false };
  expect(masteryOf(evidence('1', '2'), lasting, rules, 'staff').value).toBe('4.0000');
  expect(masteryOf([], judgement, rules, 'staff')).toMatchObject({ level: 3, calculated: null });
});

test('TCH-128 a parent standard has a result once the set share of its children is assessed', () => {
  const children = (...values: (string | null)[]) => values.map((value) => ({ value }));
  const half = (...values: (string | null)[]) => parentMastery(children(...values), '50', rules);
  expect(half('3.0000', '4.0000', null, null)).toEqual({
    value: '3.5000',
    level: 2,
    is_mastered: true,
    assessed: 2,
  });
  expect(half('4.0000', null, null)).toEqual({ value: null, level: null, is_mastered: null, assessed: 1 });
  expect(parentMastery(children(null, null), '0', rules).value).toBeNull();
  expect(parentMastery([], '50', rules).value).toBeNull();
});

test('TCH-125 a result lies between the lowest and the highest evidence, in whatever order it is read', () => {
  const method = fc.constantFrom<MasteryMethod[]>(
    { kind: 'latest' },
    { kind: 'highest' },
    { kind: 'mean', of_latest: 3 },
    { kind: 'decaying_average', weight: '50' },
    { kind: 'decaying_average', weight: '90' },
    { kind: 'mode' },
    { kind: 'n_of_last_m', n: 1, m: 4 },
  );
  const values = fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(values, method, (list, by) => {
      const own: MasteryRules = { ...rules, method: by };
      const pieces = evidence(...list);
      const result = masteryOf(pieces, null, own, 'staff');
      const sorted = list.toSorted();
      expect(Number(result.value)).toBeGreaterThanOrEqual(Number(sorted[0]));
      expect(Number(result.value)).toBeLessThanOrEqual(Number(sorted.at(-1)));
      expect(masteryOf(pieces.toReversed(), null, own, 'staff')).toEqual(result);
    }),
  );
});
