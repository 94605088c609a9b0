import type { PublishCheck } from '@k12/contracts/teaching/assignments';

export interface ReadyFacts {
  is_weighted: boolean;
  category_id: string | null;
  counts_toward_total: boolean;
  grading_type: string;
  points_possible: string;
  is_extra_credit: boolean;
  /** Whether any line gives a due time or rule. */
  has_due: boolean;
  /** Of the rubric that gives the grade; null without one. */
  rubric_total: string | null;
  is_period_locked: boolean;
  assigned_count: number;
  /** Attached for students, who cannot open it. */
  closed_resources_count: number;
}

const pointTypes: ReadonlySet<string> = new Set(['points', 'percent', 'letter', 'complete']);

/** What stands in the way of publishing, and what is worth a second look (TCH-29). */
export function publishChecks(facts: ReadyFacts): PublishCheck[] {
  const checks: PublishCheck[] = [];
  const add = (level: PublishCheck['level'], code: PublishCheck['code'], pointer: string, given = {}) =>
    checks.push({ code, level, pointer, facts: given });
  if (facts.is_weighted && facts.category_id === null && facts.counts_toward_total) {
    add('blocker', 'no_category', '/category_id');
  }
  if (pointTypes.has(facts.grading_type) && Number(facts.points_possible) === 0 && !facts.is_extra_credit) {
    add('blocker', 'no_points', '/points_possible');
  }
  if (facts.is_period_locked) add('blocker', 'period_locked', '/dates');
  if (!facts.has_due) add('warning', 'no_due_date', '/dates');
  if (facts.rubric_total !== null && Number(facts.rubric_total) !== Number(facts.points_possible)) {
    add('warning', 'rubric_total', '/rubric_id', {
      rubric: facts.rubric_total,
      points: facts.points_possible,
    });
  }
  if (facts.closed_resources_count > 0) {
    add('warning', 'resource_closed', '/attachments', { count: facts.closed_resources_count });
  }
  if (facts.assigned_count === 0) add('warning', 'nobody_assigned', '/dates');
  return checks;
}
