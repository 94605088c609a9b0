import type { MasterySheet } from '@k12/contracts/teaching/mastery';
import { expect, test } from 'vitest';
import { columnsOf, levelOfKey, rowsOf, wholeView } from './mastery-view.ts';

const column = (standard_id: string, strand: number) => ({
  ...{ standard_id, strand, code: standard_id, statement: standard_id },
  ...{ assessed_count: 0, mastered_count: 0 },
});
const cell = (at: number, level: number | null, is_mastered: boolean | null) => ({
  ...{ column: at, value: level === null ? null : String(level + 1), level, is_mastered },
  ...{ evidence_count: 1, trend: null, last_evidence_at: null, is_judged: false, lock_version: 0 },
});
const row = (
  name: string,
  cells: ReturnType<typeof cell>[],
  section = 'a',
  state: 'active' | 'withdrawn' = 'active',
) => ({
  ...{ student_id: name, name, student_number: null, section_ids: [section], state },
  ...{ cells, strands: [] },
});
const sheet = {
  strands: [
    { standard_id: 'N', code: 'N', statement: 'Numbers' },
    { standard_id: 'G', code: 'G', statement: 'Shapes' },
  ],
  columns: [column('N.1', 0), column('N.2', 0), column('G.1', 1)],
  rows: [
    row('Ada', [cell(0, 3, true)]),
    row('Ben', [cell(0, 0, false), cell(1, 2, true), cell(2, 3, true)], 'b'),
    row('Cleo', [], 'b'),
    row('Gone', [], 'a', 'withdrawn'),
  ],
} as unknown as MasterySheet;

test('TCH-123 strands begin with what they come to, unless they are a single standard', () => {
  const keys = (strand: number | null) => columnsOf(sheet, { ...wholeView, strand }).map(({ key }) => key);
  expect(keys(null)).toEqual(['strand-0', 'N.1', 'N.2', 'G.1']);
  expect(keys(1)).toEqual(['G.1']);
});

test('TCH-128 who is not assessed is not among those below mastery', () => {
  const names = (view: object) => {
    const whole = { ...wholeView, ...view };
    return rowsOf(sheet, whole, columnsOf(sheet, whole)).map(({ name }) => name);
  };
  expect(names({})).toEqual(['Ada', 'Ben', 'Cleo']);
  expect(names({ filter: 'not_mastered' })).toEqual(['Ben']);
  expect(names({ filter: 'not_assessed' })).toEqual(['Ada', 'Cleo']);
  expect(names({ filter: 'not_assessed', strand: 1 })).toEqual(['Ada', 'Cleo']);
  expect(names({ section_id: 'b', name: 'cl' })).toEqual(['Cleo']);
});

test('TCH-126 numbers choose a level, and no level that the scale does not have', () => {
  expect(['1', '4', '5', '0', 'Delete', 'x'].map((key) => levelOfKey(key, 4))).toEqual([
    0,
    3,
    null,
    null,
    'clear',
    null,
  ]);
});
