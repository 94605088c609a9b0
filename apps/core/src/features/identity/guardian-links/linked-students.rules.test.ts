import { expect, test } from 'vitest';
import {
  adultsBornUntil,
  givesAccess,
  isAdult,
  type LinkInQuestion,
  majorityStep,
} from './linked-students.rules.ts';

const today = '2026-11-21';
const open: LinkInQuestion = {
  state: 'active',
  may_access_records: true,
  starts_on: null,
  ends_on: null,
  adult_basis: null,
  adult_basis_ends_on: null,
  birth_on: '2012-01-01',
};

test.each<[string, Partial<LinkInQuestion>, boolean]>([
  ['an active link', {}, true],
  ['a birth date nobody knows', { birth_on: null }, true],
  ['waiting for approval', { state: 'invited' }, false],
  ['ended', { state: 'inactive' }, false],
  ['restricted', { state: 'restricted' }, false],
  ['no access to records', { may_access_records: false }, false],
  ['not begun', { starts_on: '2026-11-22' }, false],
  ['begun today', { starts_on: today }, true],
  ['over since yesterday', { ends_on: '2026-11-20' }, false],
  ['on the last day', { ends_on: today }, true],
  ['18 today', { birth_on: '2008-11-21' }, false],
  ['18 tomorrow', { birth_on: '2008-11-22' }, true],
  ['18 and consenting', { birth_on: '2008-11-21', adult_basis: 'student_consent' }, true],
  [
    '18, basis until today',
    { birth_on: '2008-01-01', adult_basis: 'lawful_basis', adult_basis_ends_on: today },
    true,
  ],
  [
    '18, basis run out',
    { birth_on: '2008-01-01', adult_basis: 'lawful_basis', adult_basis_ends_on: '2026-11-20' },
    false,
  ],
])('IDN-54 IDN-55 what a link gives: %s', (_name, change, expected) => {
  expect(givesAccess({ ...open, ...change }, today)).toBe(expected);
});

test.each([
  ['2008-12-22', 'none'],
  ['2008-12-21', 'notice'],
  ['2008-11-22', 'notice'],
  ['2008-11-21', 'pause'],
  [null, 'none'],
])('IDN-55 born %s: %s', (birthOn, step) => {
  expect(majorityStep(birthOn, today)).toBe(step);
});

test('IDN-55 a birthday on 29 February counts from 1 March of a year without it', () => {
  expect(isAdult('2008-02-29', '2026-02-28')).toBe(false);
  expect(isAdult('2008-02-29', '2026-03-01')).toBe(true);
  expect(adultsBornUntil('2026-02-28')).toBe('2008-02-28');
});
