import type { GradingQuery } from '@k12/contracts/teaching/grading';

type Words = Record<string, string | string[] | undefined>;

const orders = ['name', 'time', 'score', 'ungraded_first', 'random'] as const;
const states = ['to_grade', 'new_work', 'not_posted', 'posted', 'missing', 'late', 'revision'] as const;

/** Order and filters as the address says them, so that a reload grades in the same order. */
export function readGradingView(words: Words): Partial<GradingQuery> {
  const order = orders.find((one) => one === words.order);
  const state = states.find((one) => one === words.state);
  const criterion = typeof words.criterion === 'string' ? words.criterion : '';
  const section = typeof words.section === 'string' ? words.section : '';
  return {
    ...(order && { order }),
    ...(state && { state }),
    ...(section && { section_id: section }),
    ...(criterion && { criterion_id: criterion }),
  };
}

export const gradingOrders = orders;
