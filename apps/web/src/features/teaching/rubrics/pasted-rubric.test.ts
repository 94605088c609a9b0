import { expect, test } from 'vitest';
import { readPastedRubric } from './pasted-rubric.ts';

test('TCH-84 a pasted table becomes criteria with ratings from the best to the least', () => {
  const text =
    'Criterion\tBeginning (1)\tSecure (3)\tExtending (4,5)\nEvidence\tNone\tSome\tA lot\r\n\nLanguage\tUnclear\tClear\tPrecise';
  const criteria = readPastedRubric(text);
  expect(criteria.map(({ title }) => title)).toEqual(['Evidence', 'Language']);
  expect(criteria[0]?.ratings).toEqual([
    { label: 'Extending', description: 'A lot', points: '4.5' },
    { label: 'Secure', description: 'Some', points: '3' },
    { label: 'Beginning', description: 'None', points: '1' },
  ]);
});

test('TCH-84 without a row of points the columns count down; rows without two ratings are left out', () => {
  const criteria = readPastedRubric('Evidence\tA lot\tSome\tNone\nNotes\n');
  expect(criteria).toHaveLength(1);
  expect(criteria[0]?.ratings.map(({ label, points }) => [label, points])).toEqual([
    ['A lot', '3'],
    ['Some', '2'],
    ['None', '1'],
  ]);
  expect(readPastedRubric('')).toEqual([]);
});
