import type { CourseSettings, LatePolicy } from '@k12/contracts/teaching/course-settings';
import type * as grading from '@k12/grading/types';

export interface WithLatePolicy {
  late_policy: 'course' | 'own' | 'none';
  own_late_policy: unknown;
}

/** The late policy that holds for an assignment; null: none. */
export function latePolicyOf(
  { late_policy, own_late_policy }: WithLatePolicy,
  settings: Pick<CourseSettings, 'late_policy'>,
): LatePolicy | null {
  if (late_policy === 'none') return null;
  return late_policy === 'own' ? (own_late_policy as LatePolicy | null) : settings.late_policy;
}

/** In the decimals of the calculation. */
export function gradingPolicy(policy: LatePolicy | null): grading.LatePolicy | null {
  return (
    policy && {
      grace_minutes: policy.grace_minutes,
      deduction: String(policy.deduction_percent),
      interval: policy.deduction_per,
      floor: String(policy.floor_percent),
      hard_stop_days: policy.hard_stop_days,
    }
  );
}
