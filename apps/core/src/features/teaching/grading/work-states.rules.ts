import type { WorkFilter } from '@k12/contracts/teaching/grading';
import { typesElsewhere } from '@k12/grading/missing';

/** Minutes that a hand-in after the due time still counts as on time (TCH-38). */
const grace = `make_interval(mins => coalesce(case a.late_policy
  when 'own' then (a.own_late_policy->>'grace_minutes')::integer
  when 'course' then (c.settings->'late_policy'->>'grace_minutes')::integer end, 0))`;

const elsewhere = `array[${typesElsewhere.map((type) => `'${type}'`).join(', ')}]`;

/**
 * What each state of the lists means, in SQL (TCH-65): `w` is the work, `a` its assignment, `c` the course, and
 * `asked.now` the time of the question. Late and missing say what `cellStatus` says, for lists too long to be read
 * whole; a test compares the two.
 */
export const stateConditions: Record<WorkFilter, string> = {
  to_grade: `(w.has_new_work and w.submission_state = 'submitted')`,
  new_work: `(w.has_new_work and w.grade_state <> 'none')`,
  not_posted: `(w.grade_state <> 'none' and w.posted_at is null)`,
  posted: `(w.posted_at is not null)`,
  missing: `(w.status_override is not distinct from 'missing' or (w.status_override is null
    and w.submitted_at is null and (w.grade_source is not distinct from 'policy' or (a.has_automatic_labels
    and w.due_at + ${grace} < asked.now and w.grade_state = 'none' and not w.is_before_enrollment
    and not a.is_extra_credit and not a.submission_types <@ ${elsewhere}))))`,
  late: `(w.status_override is not distinct from 'late' or (w.status_override is null and a.has_automatic_labels
    and make_interval(secs => w.late_seconds) > ${grace}))`,
  revision: `(w.submission_state = 'revision_requested')`,
};
