import type { CompletionState } from '@k12/contracts/teaching/module-progress';
import type { CompletionRule } from '@k12/contracts/teaching/module-records';

/** What one student did with one item. */
export interface ItemFacts {
  completion_rule: CompletionRule;
  opened_at: string | null;
  marked_done_at: string | null;
  override_state: 'done' | 'not_started' | null;
  submission_state: string | null;
  /** Of the posted grade; unposted ones are as if they were not there. */
  posted_state: string | null;
  has_posted_score: boolean;
}

export interface Completion {
  state: CompletionState;
  how: 'rule' | 'override';
}

/** Whether an item is done, by its rule unless staff decided (TCH-22). */
export function completionOf(facts: ItemFacts): Completion {
  if (facts.override_state) return { state: facts.override_state, how: 'override' };
  if (isDone(facts)) return { state: 'done', how: 'rule' };
  const begun =
    facts.opened_at !== null || (facts.submission_state !== null && facts.submission_state !== 'not_started');
  return { state: begun ? 'in_progress' : 'not_started', how: 'rule' };
}

function isDone(facts: ItemFacts): boolean {
  // Excused from it counts as done (TCH-24).
  if (facts.posted_state === 'excused' && facts.completion_rule !== 'none') return true;
  switch (facts.completion_rule) {
    case 'view':
      return facts.opened_at !== null;
    case 'mark_done':
      return facts.marked_done_at !== null;
    case 'submit':
      // Work on paper is in when it has a grade.
      return (
        facts.submission_state === 'submitted' ||
        facts.submission_state === 'revision_requested' ||
        facts.posted_state === 'graded'
      );
    case 'score':
      return facts.has_posted_score;
    default:
      return false;
  }
}
