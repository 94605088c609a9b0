import type { Gradebook } from '@k12/contracts/teaching/gradebook';

export const idOf = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
export const course = idOf('c1');
export const essay = idOf('a1');
export const ada = idOf('51');

/** A sheet of one assignment and one student, with the cell as given. */
export const sheetOf = (cells: string): Gradebook => ({
  ...{ state: '1', frame: 'f', sections: [], periods: [], totals: [], categories: [] },
  course: {
    ...{ id: course, name: 'Biology', time_zone: 'UTC', calculation: 'points', decimals_shown: 1 },
    ...{ total_shown: 'so_far', weight_total: null, scheme: { id: null, bands: [] } },
  },
  columns: [
    {
      ...{ id: essay, title: 'Essay', kind: 'essay', category_id: null, points_possible: '20' },
      ...{ grading_type: 'points', is_extra_credit: false, counts_toward_total: true, state: 'published' },
      ...{ due_at: null, published_at: null, grading_period_id: null, expects_submission: true },
      ...{ has_automatic_labels: true, late_policy: null, posting: 'manual', is_anonymous: false },
      rubric_id: null,
    },
  ],
  rows: [
    {
      ...{ student_id: ada, name: 'Ada Okafor', sort_name: 'Okafor, Ada', student_number: null },
      ...{ section_ids: [], state: 'active', cells },
    },
  ],
  can: { edit: true, post: true, settings: true, override: true, export: true },
});
