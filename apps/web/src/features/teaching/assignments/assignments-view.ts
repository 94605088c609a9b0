import { type AssignmentQuery, AssignmentState } from '@k12/contracts/teaching/assignments';
import { isId } from '@/lib/address-values.ts';

type Words = Record<string, string | string[] | undefined>;

/** What the address says the list shows: `?q=…&state=draft&category=<id>`. */
export function readAssignmentsView(courseId: string, words: Words) {
  const state = AssignmentState.options.find((option) => option === words.state);
  const q = typeof words.q === 'string' ? words.q.trim() : '';
  const category = typeof words.category === 'string' && isId(words.category) ? words.category : '';
  const query: Partial<AssignmentQuery> = {
    limit: 200,
    ...(q && { q }),
    ...(state && { state }),
    ...(category && { category_id: category }),
  };
  return { params: { id: courseId }, query };
}
