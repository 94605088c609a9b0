import type { DatesGrid } from '@k12/contracts/teaching/assignment-dates';
import { expect, test } from 'vitest';
import { changesOf, inheritedValue, isOutOfOrder, keyOf, readPasted } from './grid-edits.ts';
import { instantOfInput, localInput } from './local-input.ts';

const nothing = {
  available_from_at: null,
  due_at: null,
  due_rule: null,
  available_until_at: null,
  is_assigned: true,
};
const row = {
  assignment_id: 'a',
  title: 'Leaf lab',
  state: 'published' as const,
  everyone: { ...nothing, available_from_at: '2026-11-10T12:00:00Z', due_at: '2026-11-20T12:00:00Z' },
  sections: [{ section_id: 's', times: null }],
  others_count: 0,
  lock_version: 3,
};
const grid: DatesGrid = {
  time_zone: 'America/New_York',
  due_time: '23:59',
  sections: [],
  rows: [row],
  can_update: true,
};

test('TCH-35 a date before the opening is told while typing, also against what everyone has', () => {
  expect(isOutOfOrder(row, null, {})).toBe(false);
  expect(isOutOfOrder(row, null, { [keyOf('a', null, 'due_at')]: '2026-11-09T12:00:00Z' })).toBe(true);
  expect(isOutOfOrder(row, 's', { [keyOf('a', 's', 'due_at')]: '2026-11-09T12:00:00Z' })).toBe(true);
  expect(isOutOfOrder(row, 's', { [keyOf('a', 's', 'due_at')]: '2026-11-12T12:00:00Z' })).toBe(false);
});

test('TCH-35 a section without dates of its own shows those of everyone, also while they are being written', () => {
  const due = (sectionId: string | null, edits = {}) => inheritedValue(row, sectionId, 'due_at', edits);
  expect(due('s')).toBe('2026-11-20T12:00:00Z');
  const later = '2026-11-27T12:00:00Z';
  expect(due('s', { [keyOf('a', null, 'due_at')]: later })).toBe(later);
  expect(due('s', { [keyOf('a', 's', 'due_at')]: later })).toBeNull();
  expect(due(null)).toBeNull();
  const own = { ...row, sections: [{ section_id: 's', times: nothing }] };
  expect(inheritedValue(own, 's', 'due_at', {})).toBeNull();
});

test('TCH-35 what was written in many cells becomes one change for each assignment and section', () => {
  const edits = {
    [keyOf('a', null, 'due_at')]: '2026-11-21T12:00:00Z',
    [keyOf('a', null, 'available_until_at')]: '2026-11-25T12:00:00Z',
    [keyOf('a', 's', 'due_at')]: null,
  };
  expect(changesOf(grid, edits)).toEqual([
    {
      assignment_id: 'a',
      section_id: null,
      lock_version: 3,
      due_at: '2026-11-21T12:00:00Z',
      due_rule: null,
      available_until_at: '2026-11-25T12:00:00Z',
    },
    { assignment_id: 'a', section_id: 's', lock_version: 3, due_at: null, due_rule: null },
  ]);
});

test('TCH-35 a copied column of dates is read, days without a time with the usual one', () => {
  expect(readPasted('2026-11-20\n2026-11-21 08:30\n\n', grid.time_zone, '23:59', 'due_at')).toEqual([
    '2026-11-21T04:59:59.999Z',
    '2026-11-21T13:30:00.000Z',
    null,
  ]);
});

test('TCH-33 a field shows the school’s clock, and 23:59 lasts to the end of the minute', () => {
  const at = instantOfInput('America/New_York', '2026-11-20T23:59', 'due');
  expect(at).toBe('2026-11-21T04:59:59.999Z');
  expect(localInput('America/New_York', at)).toBe('2026-11-20T23:59');
});
