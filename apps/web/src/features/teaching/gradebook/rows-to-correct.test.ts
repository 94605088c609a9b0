import type { ImportedCell } from '@k12/contracts/teaching/gradebook-csv';
import { expect, test } from 'vitest';
import { tableToCorrect } from './rows-to-correct.ts';

const ada = '01900000-0000-7000-8000-0000000000a1';
const quiz = '01900000-0000-7000-8000-0000000000b1';
const essay = '01900000-0000-7000-8000-0000000000b2';

const cell = (given: Partial<ImportedCell>): ImportedCell => ({
  line: 2,
  student_id: ada,
  student: 'Okafor, Ada',
  assignment_id: quiz,
  column: 'Quiz',
  outcome: 'change',
  code: null,
  before: null,
  after: '8',
  grade_version: null,
  ...given,
});

test('UXP-38 (gradebook: rows to correct) the file holds the cells that were not taken over and no others, by line, to be read in again', () => {
  const table = tableToCorrect([
    cell({}),
    cell({ column: 'Essay', assignment_id: essay, outcome: 'refused', code: 'not_understood', after: '=9' }),
    cell({ line: 3, student_id: null, student: 'Nobody', outcome: 'unknown_student', after: '7' }),
    cell({ line: 5, outcome: 'conflict', after: '6,5' }),
  ]);
  expect(table.split('\r\n')).toEqual([
    `Student,ID,Essay [${essay}],Quiz [${quiz}]`,
    `"Okafor, Ada",${ada},'=9,`,
    'Nobody,,,7',
    `"Okafor, Ada",${ada},,"6,5"`,
    '',
  ]);
});
