import type { Meeting } from '@k12/contracts/teaching/meetings';
import { expect, test } from 'vitest';
import { emptyPattern, meetingsOf, patternFaults, patternsOf } from './meeting-patterns.ts';

const meeting = (part: Partial<Meeting>): Meeting => ({
  id: '01900000-0000-7000-8000-0000000000a1',
  ...{ weekday: null, rotation_day: null, starts_at: '09:00', ends_at: '09:50', location: 'Room 12' },
  ...{ effective_from_on: null, effective_to_on: null },
  ...part,
});

test('PLN-112 (section meetings) days of the week and of a rotation at one time are one line and go back as the same meetings', () => {
  const meetings = [
    meeting({ weekday: 1 }),
    meeting({ weekday: 2, starts_at: '13:00', ends_at: '14:30', location: null }),
    meeting({ weekday: 3 }),
    meeting({ rotation_day: 'A' }),
    meeting({ weekday: 5, effective_from_on: '2027-02-01' }),
  ];
  const patterns = patternsOf(meetings);
  expect(patterns.map(({ weekdays, rotation_days }) => [...weekdays, ...rotation_days])).toEqual([
    [1, 3, 'A'],
    [2],
    [5],
  ]);
  const back = meetingsOf(patterns);
  const bare = meetings.map(({ id: _, ...rest }) => rest);
  expect(back).toHaveLength(bare.length);
  expect(back).toEqual(expect.arrayContaining(bare));
});

test('PLN-112 (section meetings) a line without a day, without a time or ending before it starts is told', () => {
  expect(patternFaults(emptyPattern)).toEqual(['days', 'starts_at', 'ends_at']);
  const line = { ...emptyPattern, weekdays: [1], starts_at: '10:00' };
  expect(patternFaults({ ...line, ends_at: '10:00' })).toEqual(['order']);
  expect(patternFaults({ ...line, ends_at: '10:45' })).toEqual([]);
});
