import { expect, test } from 'vitest';
import { archivedSince } from './archived-access.rules.ts';

const now = new Date('2026-11-21T12:00:00Z');

test.each([
  ['own_work', 12, 'submissions.read', '2025-11-21'],
  ['own_work', 12, 'gradebook.read', '2025-11-21'],
  ['own_work', 12, 'courses.read', null],
  ['own_work', 12, 'modules.read', null],
  ['course', 3, 'modules.read', '2026-08-21'],
  ['course', 3, 'submissions.read', '2026-08-21'],
  ['none', 120, 'submissions.read', null],
] as const)(
  'IDN-16 %s for %i months opens with %s what was archived since %s',
  (learners, months, capability, since) => {
    expect(archivedSince({ learners, months }, capability, now)?.slice(0, 10) ?? null).toBe(since);
  },
);
