import type { TeachingDay } from '@k12/contracts/teaching/teaching-day';
import { expect, test } from 'vitest';
import { newsOf } from './course-news.ts';

const work = { course_name: '', color: null, oldest_at: null, newly_missing: 0, unposted: 0 };
const some = { expected: 0, handed_in: 0 };

test('TCH-17 a card of a course shows what is due first, all that waits for a grade, and the next meeting', () => {
  const day = {
    work: [
      {
        ...work,
        ...some,
        course_id: 'a',
        assignment_id: '1',
        title: 'Later',
        to_grade: 2,
        due_at: '2026-11-20',
      },
      {
        ...work,
        ...some,
        course_id: 'a',
        assignment_id: '2',
        title: 'First',
        to_grade: 1,
        due_at: '2026-11-18',
      },
      { ...work, ...some, course_id: 'b', assignment_id: '3', title: 'Open', to_grade: 4, due_at: null },
    ],
    meetings: [
      { course_id: 'a', starts_at: '2026-11-17T18:00:00Z' },
      { course_id: 'a', starts_at: '2026-11-17T14:00:00Z' },
    ],
  } as unknown as TeachingDay;
  const news = newsOf(day);
  expect(news.get('a')).toEqual({
    due: { assignment_id: '2', title: 'First', due_at: '2026-11-18' },
    meets_at: '2026-11-17T14:00:00Z',
    to_grade: 3,
  });
  expect(news.get('b')).toEqual({ due: null, meets_at: null, to_grade: 4 });
});
