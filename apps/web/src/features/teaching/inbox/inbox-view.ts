import type { InboxQuery, InboxRow } from '@k12/contracts/teaching/inbox';

type Words = Record<string, string | string[] | undefined>;

export const inboxStates = [
  'to_grade',
  'new_work',
  'not_posted',
  'posted',
  'missing',
  'late',
  'revision',
] as const;
export const inboxSorts = ['waiting', 'due', 'name', 'score'] as const;

type Filters = Omit<Partial<InboxQuery>, 'cursor'>;

/** The inbox opens at what has waited longest (TCH-65); `state=all` shows everything. */
export function readInboxView(words: Words, courseId?: string): { list: Filters; counts: Filters } {
  const word = (name: string) => (typeof words[name] === 'string' ? words[name].trim() : '');
  const course = courseId ?? word('course');
  const filters: Filters = {
    ...(course && { course_id: course }),
    ...(word('section') && { section_id: word('section') }),
    ...(word('assignment') && { assignment_id: word('assignment') }),
    ...(word('q') && { q: word('q') }),
  };
  const state = word('state') || 'to_grade';
  const sort = inboxSorts.find((one) => one === word('sort'));
  const known = inboxStates.find((one) => one === state);
  return {
    counts: filters,
    list: { ...filters, limit: 100, ...(known && { state: known }), ...(sort && { sort }) },
  };
}

export function rowKey(row: InboxRow): string {
  return `${row.assignment_id}/${row.student_id}`;
}
