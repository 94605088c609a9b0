import { expect, test } from 'vitest';
import { isCurrentTerm } from './current-term.ts';

const term = (id: string, parent_term_id: string | null, starts_on: string, ends_on: string) => {
  return { id, parent_term_id, starts_on, ends_on };
};
const all = [
  term('year', null, '2026-09-01', '2027-06-18'),
  term('autumn', 'year', '2026-09-01', '2026-12-18'),
  term('spring', 'year', '2027-01-04', '2027-06-18'),
  term('trimester of another school', null, '2026-09-01', '2027-01-29'),
];
const currentOn = (today: string) => all.filter((one) => isCurrentTerm(one, all, today)).map(({ id }) => id);

test('IDN-11 the term of a day is the innermost, of whichever kind a school’s terms are', () => {
  expect(currentOn('2026-11-16')).toEqual(['autumn', 'trimester of another school']);
  expect(currentOn('2026-12-28')).toEqual(['year', 'trimester of another school']);
  expect(currentOn('2027-06-18')).toEqual(['spring']);
  expect(currentOn('2027-07-01')).toEqual([]);
});
