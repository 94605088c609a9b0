import { expect, test } from 'vitest';
import { distinctiveName, minimumLength, passwordFaults } from './passwords.rules.ts';

const listed = new Set(['password', 'dragon', 'sunshine', 'baseball']);
const isListed = (candidate: string) => listed.has(candidate);
const owner = {
  roles: ['teacher'],
  grade_levels: [],
  names: ['Lucía', 'Ortiz', distinctiveName('Lakeview High School')],
};

test('IDN-66 the minimum follows kind and grade', () => {
  const of = (roles: string[], grade_levels: string[]) => minimumLength({ roles, grade_levels }, 6);
  expect(of(['teacher'], [])).toBe(12);
  expect(of(['guardian'], [])).toBe(12);
  expect(of([], [])).toBe(12);
  expect(of(['student'], ['9'])).toBe(8);
  expect(of(['student'], ['K'])).toBe(6);
  expect(of(['student'], ['5', '6'])).toBe(8);
  expect(of(['student', 'guardian'], ['K'])).toBe(12);
});

test.each([
  ['correct horse battery', []],
  ['Ünïcode çorbası 9', []],
  ['short', ['too_short']],
  ['sunshine2026!', ['common']],
  ['111111111111', ['common']],
  ['123456789012', ['common']],
  ['lucia-likes-tea', ['contains_name']],
  ['go lakeview tigers', ['contains_name']],
  ['LAKE VIEW forever', ['contains_name']],
])('IDN-66 %s is judged %j', (password, faults) => {
  expect(passwordFaults(password, owner, 12, isListed)).toEqual(faults);
});

test('IDN-66 neither digits nor capitals are asked for, and a pupil may hang a number on a word', () => {
  const pupil = { roles: ['student'], grade_levels: ['4'], names: ['Mia'] };
  expect(passwordFaults('dragon42', pupil, 8, isListed)).toEqual([]);
  expect(passwordFaults('baseball', pupil, 8, isListed)).toEqual(['common']);
});
