import { expect, test } from 'vitest';
import { daysOf } from './lesson-days.ts';

const held = (lesson_plan_id: string, meeting_on: string, state: 'scheduled' | 'taught' | 'skipped') => ({
  ...{ lesson_plan_id, meeting_on, state },
});

test('UXP-123 a lesson has the day of its first meeting, and is taught once every section has had it', () => {
  const days = daysOf(
    [
      held('leaf', '2026-11-03', 'taught'),
      held('leaf', '2026-11-02', 'taught'),
      held('half', '2026-11-03', 'taught'),
      held('half', '2026-11-04', 'scheduled'),
      held('now', '2026-11-04', 'scheduled'),
      held('now', '2026-11-05', 'scheduled'),
      held('later', '2026-11-09', 'scheduled'),
      held('dropped', '2026-11-09', 'skipped'),
    ],
    '2026-11-05',
  );
  expect(Object.fromEntries(days)).toEqual({
    leaf: { day: '2026-11-02', state: 'taught' },
    half: { day: '2026-11-03', state: 'planned' },
    now: { day: '2026-11-05', state: 'today' },
    later: { day: '2026-11-09', state: 'planned' },
  });
});
